import type { Door } from '../../src/platform/door.ts';
// @ts-expect-error plain JavaScript, which Node 20 runs as it stands
import * as kernel from '../fixtures/make/kernel.js';
import { type ProcFacts, processFiles } from '../harness/processes.ts';
import type { Machine } from './machine.ts';

/** How much there is of what a machine can have much of. */
export interface Extent {
  readonly cores: number;
  readonly disks: number;
  readonly interfaces: number;
  readonly processes: number;
}

type Text = (instant: number) => string;

/** One process in so many works, and each lives for so many instants. */
const WORKING = 10;
const LIFE = 300;
const UPTIME = 86_400;

/** A machine of any extent, at work for ever: each counter follows from the number of the second, so that nothing is remembered. */
export function sizedMachine({ cores, disks, interfaces, processes }: Extent): Machine {
  const names = { cores: numbered('', cores), disks: numbered('disk', disks), interfaces: numbered('eth', interfaces) };
  const files = new Map<string, Text>([...machineFiles(names), ...diskFiles(names.disks), ...interfaceFiles(names.interfaces)]);
  const folders = foldersOf([...files.keys()]);
  const people = createPeople(processes);
  return {
    step: 1,
    at(instant) {
      const all = people.at(instant);
      const list = (path: string) => folders.get(path)?.slice().sort();
      const door: Omit<Door, 'open'> = {
        read: (path) => files.get(path)?.(instant) ?? all.read(path),
        list: (path) => (OPEN_FILES.test(path) ? ['0', '1', '2'] : list(path)),
        numbers: (path) => (path === '/proc' ? all.pids : undefined),
        size: () => undefined,
        owner: () => undefined,
        link: () => undefined,
        room: async () => ({ blockSize: 4096, blocks: 1e8, blocksFree: 4e7, blocksAvailable: 4e7, files: 1e7, filesFree: 9e6 }),
      };
      return door;
    },
  };
}

const OPEN_FILES = /^\/proc\/\d+\/fd$/;

interface Names {
  readonly cores: readonly string[];
  readonly disks: readonly string[];
  readonly interfaces: readonly string[];
}

function machineFiles({ cores, disks, interfaces }: Names): [string, Text][] {
  const mounts = disks.map((name, i) => [
    30 + i,
    1,
    `259:${i}`,
    '/',
    i ? `/mnt/${name}` : '/',
    'rw',
    '',
    'ext4',
    `/dev/${name}`,
    'rw',
  ]);
  return [
    ['/proc/uptime', (now) => kernel.uptime(UPTIME + now, 0)],
    ['/proc/loadavg', () => '1.10 1.05 0.98 2/1874 1312456\n'],
    [
      '/proc/cpuinfo',
      () => kernel.cpuinfo(cores.map((core) => ({ processor: core, 'model name': 'Made 1', 'cpu MHz': '3400.000' }))),
    ],
    [
      '/proc/stat',
      (now) =>
        kernel.stat({
          cores: Object.fromEntries(
            cores.map((core, i) => [core, { user: count(now, i, 40), system: count(now, i, 10), idle: 50 * now }]),
          ),
          btime: 1_794_500_000,
          interrupts: 4e9 + now * 41_000,
          contextSwitches: 9e9 + now * 93_000,
          processes: 1e6 + now,
          running: 2,
          blocked: 0,
        }),
    ],
    [
      '/proc/meminfo',
      (now) =>
        kernel.meminfo({
          MemTotal: 65_011_712,
          MemFree: 9_000_000,
          MemAvailable: 40_000_000 + 1000 * (now % 7),
          Buffers: 310_000,
          Cached: 18_200_000,
          SwapTotal: 8_388_604,
          SwapFree: 7_905_000,
          SReclaimable: 780_000,
        }),
    ],
    ['/proc/diskstats', (now) => kernel.diskstats(disks.map((name, i) => diskRow(name, i, now)))],
    ['/proc/net/dev', (now) => kernel.netDev(interfaces.map((name, i) => interfaceRow(name, i, now)))],
    ['/proc/net/route', () => kernel.route(interfaces.slice(0, 1).map((name) => ({ name, gateway: '0101A8C0', flags: '0003' })))],
    ['/proc/self/mountinfo', () => kernel.mountinfo(mounts)],
    [
      '/proc/self/limits',
      () => 'Limit  Soft Limit  Hard Limit  Units\nMax open files            1048576              1048576              files\n',
    ],
    ['/etc/passwd', () => 'root:x:0:0:root:/root:/bin/sh\nada:x:1000:1000::/home/ada:/bin/sh\n'],
  ];
}

function diskRow(name: string, i: number, now: number) {
  const [read, written] = [count(now, i, 2048), count(now, i + 3, 4096)];
  return {
    name,
    major: 259,
    minor: i,
    read: [read / 8, 0, read, read / 90],
    write: [written / 8, 0, written, written / 90],
    busy: count(now, i, 300),
  };
}

function interfaceRow(name: string, i: number, now: number) {
  const columns = (bytes: number) => [bytes, Math.round(bytes / 1100), 0, 0];
  return { name, received: columns(count(now, i, 1e6)), sent: columns(count(now, i + 5, 2e5)) };
}

function diskFiles(disks: readonly string[]): [string, Text][] {
  return disks.flatMap((name): [string, Text][] => [
    [`/sys/block/${name}/size`, () => '1953525168\n'],
    [`/sys/block/${name}/queue/rotational`, () => '0\n'],
    [`/sys/block/${name}/device/model`, () => 'Made SSD\n'],
  ]);
}

function interfaceFiles(interfaces: readonly string[]): [string, Text][] {
  return interfaces.flatMap((name): [string, Text][] => [
    [`/sys/class/net/${name}/operstate`, () => 'up\n'],
    [`/sys/class/net/${name}/speed`, () => '1000\n'],
    [`/sys/class/net/${name}/device/vendor`, () => '0x8086\n'],
  ]);
}

/** A counter that grows by about so much a second, never by the same twice in a row. */
function count(now: number, nth: number, rate: number): number {
  return rate * (now + 1000) * 4 + rate * ((now * 7 + nth * 3) % 4);
}

/** The processes of a machine: pid 1 to so many, each replaced by another one of a pid further on when it has lived. */
function createPeople(size: number) {
  const slots = Array.from({ length: size }, (_, i) => i + 1);
  const pidOf = (slot: number, instant: number) => slot + size * (Math.floor((instant + slot * 7) / LIFE) % 50);
  const bornAt = (slot: number, instant: number) => instant - ((instant + slot * 7) % LIFE);
  /** By slot, the files of who has it: they stand until they change. */
  const made: { readonly pid: number; readonly instant: number; readonly files: Readonly<Record<string, string>> }[] = [];
  return {
    at(instant: number) {
      const filesOf = (pid: number) => {
        const slot = ((pid - 1) % size) + 1;
        if (pidOf(slot, instant) !== pid) return {};
        const last = made[slot];
        if (last?.pid === pid && (last.instant === instant || !isWorking(slot))) return last.files;
        const files = processFiles(processAt(pid, slot, bornAt(slot, instant), instant));
        made[slot] = { pid, instant, files };
        return files;
      };
      return {
        pids: slots.map((slot) => pidOf(slot, instant)).sort((a, b) => a - b),
        read(path: string) {
          const pid = Number(/^\/proc\/(\d+)\//.exec(path)?.[1] ?? 0);
          return pid > 0 ? filesOf(pid)[path] : undefined;
        },
      };
    },
  };
}

function processAt(pid: number, slot: number, born: number, instant: number): ProcFacts {
  const works = isWorking(slot);
  return {
    pid,
    name: works ? `worker-${slot}` : 'sleeper',
    parent: slot === 1 ? 0 : 1,
    user: slot % 3 === 0 ? 1000 : 0,
    command: [works ? '/usr/bin/worker' : '/usr/bin/sleeper', `--id=${pid}`],
    group: `0::/system.slice/unit-${slot % 12}.service\n`,
    startTicks: (UPTIME + born) * 100,
    userTicks: works ? count(instant - born, slot, 1 + (slot % 9)) : 3,
    pages: 500 + slot,
    files: 0,
    io: [count(instant - born, slot, works ? 40_960 : 0), count(instant - born, slot, works ? 8192 : 0)],
    schedstat: works ? `${count(instant - born, slot, 1e7)} 0 ${instant}\n` : '3000000 0 9\n',
  };
}

function isWorking(slot: number): boolean {
  return slot % WORKING === 0;
}

function numbered(prefix: string, length: number): readonly string[] {
  return Array.from({ length }, (_, i) => prefix + i);
}

/** The names in each folder. */
function foldersOf(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, Set<string>>();
  for (const file of files) {
    const parts = file.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      folders.set(folder, (folders.get(folder) ?? new Set()).add(parts[depth] ?? ''));
    }
  }
  return new Map([...folders].map(([folder, names]) => [folder, [...names]]));
}
