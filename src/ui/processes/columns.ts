import { truncateCellsStart } from '../../units/cells.ts';
import { type Span, span, telling } from '../draw/line.ts';
import { colorOfShare } from '../draw/share-color.ts';
import type { Look } from '../look.ts';
import {
  type Column,
  DENIED,
  type FixedColumnName,
  numberColumn,
  rateColumn,
  sizeColumn,
  textColumn,
  valueColumn,
} from './cell.ts';
import { formatAge, formatCpuTime, formatNumber, formatShare } from './cell-text.ts';
import { drawRecentCpu } from './recent-cpu.ts';

/** Cells of the history: in braille two samples each. */
const HISTORY = 8;
/** Of a control group the end tells more than the beginning. */
const GROUP = 24;

/** All that can be shown of a process but its command. */
export const columns: Readonly<Record<FixedColumnName, Column>> = {
  pid: numberColumn(
    { head: 'PID', width: 7, sort: 'pid', tells: 'process.all.pid', meaning: 'process id; for several processes, how many' },
    ({ pid, count }) => pid ?? `×${count}`,
  ),
  ppid: numberColumn(
    { head: 'PPID', width: 7, sort: 'parent', tells: 'process.all.parent', meaning: 'process id of the parent' },
    ({ parent }) => parent,
  ),
  user: textColumn(
    { head: 'USER', width: 9, sort: 'user', tells: 'process.all.user', meaning: 'user it runs as' },
    ({ user }) => user,
  ),
  state: valueColumn(
    {
      head: 'S',
      width: 1,
      sort: 'state',
      align: 'left',
      tells: 'process.all.state',
      meaning: 'state: R runs, S sleeps, D waits for a device, T stopped, Z ended, I idle in the kernel',
    },
    ({ state }) => state,
    (state, { theme }) => span(state ?? ' ', state === 'R' ? theme.ok : state === 'D' || state === 'Z' ? theme.warn : theme.dim),
  ),
  nice: numberColumn(
    { head: 'NI', width: 3, sort: 'nice', tells: 'process.all.nice', meaning: 'nice value: 19 gives way to all, -20 to none' },
    ({ nice }) => nice,
  ),
  priority: numberColumn(
    { head: 'PRI', width: 4, sort: 'priority', tells: 'process.all.priority', meaning: "the kernel's priority" },
    ({ priority }) => priority,
  ),
  threads: numberColumn(
    { head: 'THR', width: 4, sort: 'threads', tells: 'process.all.threads', meaning: 'threads' },
    ({ threads }) => formatNumber(threads),
  ),
  time: valueColumn(
    {
      head: 'TIME',
      width: 8,
      sort: 'time',
      align: 'right',
      tells: 'process.all.cpu_time',
      meaning: 'CPU time used since it started',
    },
    ({ cpuTime }) => cpuTime,
    (cpuTime, { theme }) => span(formatCpuTime(cpuTime), theme.text),
  ),
  age: numberColumn(
    { head: 'AGE', width: 6, sort: 'age', tells: 'process.all.age', meaning: 'time since it started' },
    ({ age }) => formatAge(age),
  ),
  virtual: sizeColumn(
    { head: 'VIRT', width: 6, sort: 'virtual', tells: 'process.all.virtual', meaning: 'address space' },
    ({ virtual }) => virtual,
  ),
  resident: sizeColumn(
    { head: 'RSS', width: 6, sort: 'memory', tells: 'process.all.resident', meaning: 'resident memory' },
    ({ resident }) => resident,
  ),
  shared: sizeColumn(
    {
      head: 'SHR',
      width: 6,
      sort: 'shared',
      tells: 'process.all.shared',
      meaning: 'resident memory of files and shared with others',
    },
    ({ shared }) => shared,
  ),
  memory: valueColumn(
    {
      head: 'MEM%',
      width: 5,
      sort: 'memory',
      align: 'right',
      tells: 'process.all.memory_usage',
      meaning: "resident memory as a share of the machine's",
    },
    ({ memoryUsage }) => memoryUsage,
    (share, look) => drawShare(share, look, 2),
  ),
  read: rateColumn(
    { head: 'RD/s', width: 6, sort: 'read', tells: 'process.all.read_rate', meaning: 'bytes a second read from disks' },
    ({ readRate }) => readRate,
  ),
  write: rateColumn(
    { head: 'WR/s', width: 6, sort: 'write', tells: 'process.all.write_rate', meaning: 'bytes a second written to disks' },
    ({ writeRate }) => writeRate,
  ),
  io: rateColumn(
    { head: 'IO/s', width: 6, sort: 'io', tells: 'process.all.io_rate', meaning: 'bytes a second read from disks and written' },
    ({ ioRate }) => ioRate,
  ),
  files: numberColumn(
    { head: 'FILES', width: 6, sort: 'files', tells: 'process.all.files', meaning: 'open files' },
    ({ files, restricted }) => (files === undefined && restricted ? DENIED : formatNumber(files)),
  ),
  unit: textColumn(
    { head: 'UNIT', width: 20, sort: 'unit', tells: 'process.all.unit', meaning: 'container or systemd unit' },
    ({ unit }) => unit,
  ),
  group: textColumn(
    { head: 'GROUP', width: GROUP, sort: 'group', tells: 'process.all.group', meaning: 'control group' },
    ({ group }) => group && truncateCellsStart(group, GROUP),
  ),
  cpu: valueColumn(
    {
      head: (cores) => (cores === 1 ? 'CPU%' : cores < 100 ? `CPU%/${cores}` : `%/${cores}`),
      width: 8,
      sort: 'cpu',
      align: 'right',
      tells: 'process.all.usage',
      meaning: 'CPU time as a share of one core, or of all',
    },
    ({ usage }, { cores }) => (usage === undefined ? undefined : usage / cores),
    (share, look) => drawShare(share, look),
  ),
  history: {
    head: 'HISTORY',
    width: HISTORY,
    align: 'left',
    tells: 'process.all.usage',
    meaning: 'CPU at the last samples, one core at the top',
    of: (_, { recent }) => recent,
    draw: (row, { look, recent }) =>
      drawRecentCpu(recent, HISTORY, look).map((part) => telling(part, 'process.all.usage', row.id)),
  },
};

function drawShare(share: number | undefined, look: Look, weight = 1): Span {
  return span(formatShare(share), colorOfShare(share, look, weight));
}
