import type { ValueOf } from './index.ts';
import { detailPrinters } from './process/detail/printed.ts';

/** What other programs print for a value right now: the program, and its text. */
export type Printed = Readonly<Record<string, string>>;

/**
 * What others print, as far as it follows from what is known here: computed as they do, in their units and roundings.
 * @param holder the item of the value's list, or its metric's value
 */
export function printedFor(name: string, holder: object): Printed {
  const printer = PRINTERS[name] as ((holder: object) => Printed) | undefined;
  return Object.fromEntries(Object.entries(printer?.(holder) ?? {}).filter(([, text]) => !text.includes(UNKNOWN)));
}

const UNKNOWN = '–';

type Memory = ValueOf<'memory'>;
type Cpu = ValueOf<'cpu'>;
type Filesystem = ValueOf<'filesystem'>[number];
type Device = ValueOf<'disk'>['devices'][number];
type Interface = ValueOf<'network'>['interfaces'][number];
type Process = ValueOf<'process'>['all'][number];

const PRINTERS: Readonly<Record<string, unknown>> = {
  ...detailPrinters,
  'cpu.usage': ({ usage, iowait = 0 }: Cpu): Printed => ({
    top: `${percent(usage === undefined ? undefined : Math.max(0, 1 - usage - iowait))} id`,
    'mpstat %idle': percent(usage === undefined ? undefined : Math.max(0, 1 - usage - iowait), 2),
  }),
  'cpu.user': ({ user, nice, guest = 0 }: Cpu): Printed => ({
    top: `${percent(user === undefined ? undefined : user + guest)} us, ${percent(nice)} ni`,
  }),
  'cpu.system': ({ system, irq, softirq }: Cpu): Printed => ({
    top: `${percent(system)} sy, ${percent(irq)} hi, ${percent(softirq)} si`,
  }),
  'cpu.iowait': ({ iowait }: Cpu): Printed => ({ top: `${percent(iowait)} wa`, 'iostat %iowait': percent(iowait, 2) }),
  'cpu.steal': ({ steal }: Cpu): Printed => ({ top: `${percent(steal)} st`, 'iostat %steal': percent(steal, 2) }),
  'cpu.load.one': ({ load }: Cpu): Printed => ({ uptime: fixed(load?.one) }),
  'cpu.load.five': ({ load }: Cpu): Printed => ({ uptime: fixed(load?.five) }),
  'cpu.load.fifteen': ({ load }: Cpu): Printed => ({ uptime: fixed(load?.fifteen) }),
  'memory.total': ({ total }: Memory): Printed => ofFree(total),
  'memory.used': ({ used }: Memory): Printed => ofFree(used),
  'memory.available': ({ available }: Memory): Printed => ofFree(available),
  'memory.free': ({ free }: Memory): Printed => ofFree(free),
  'memory.shared': ({ shared }: Memory): Printed => ({ 'free -h': free(shared) }),
  'memory.cached': ({ cached, buffers = 0, shared = 0 }: Memory): Printed =>
    ofFree(cached === undefined ? undefined : cached + buffers + shared),
  'memory.swap.total': ({ swap }: Memory): Printed => ofFree(swap?.total),
  'memory.swap.used': ({ swap }: Memory): Printed => ofFree(swap?.used),
  'filesystem.usage': ({ usage }: Filesystem): Printed => ({ df: wholePercent(usage) }),
  'filesystem.inodes_usage': ({ inodesUsage }: Filesystem): Printed => ({ 'df -i': wholePercent(inodesUsage) }),
  'filesystem.total': ({ total }: Filesystem): Printed => ({ 'df -h': df(total), df: kibibytes(total) }),
  'filesystem.used': ({ used }: Filesystem): Printed => ({ 'df -h': df(used), df: kibibytes(used) }),
  'filesystem.available': ({ available }: Filesystem): Printed => ({ 'df -h': df(available), df: kibibytes(available) }),
  'disk.devices.read_rate': ({ readRate }: Device): Printed => ({ 'iostat -x rkB/s': fixed(readRate, 1024) }),
  'disk.devices.write_rate': ({ writeRate }: Device): Printed => ({ 'iostat -x wkB/s': fixed(writeRate, 1024) }),
  'disk.devices.busy': ({ busy }: Device): Printed => ({ 'iostat -x %util': percent(busy, 2) }),
  'disk.devices.read_operation_rate': ({ readOperationRate, writeOperationRate }: Device): Printed => ({
    'iostat -x r/s': fixed(readOperationRate),
    'iostat -x w/s': fixed(writeOperationRate),
  }),
  'network.interfaces.receive_rate': ({ receiveRate }: Interface): Printed => ({ 'sar -n DEV rxkB/s': fixed(receiveRate, 1024) }),
  'network.interfaces.send_rate': ({ sendRate }: Interface): Printed => ({ 'sar -n DEV txkB/s': fixed(sendRate, 1024) }),
  'network.interfaces.received': ({ received }: Interface): Printed => ({ 'ip -s link': whole(received) }),
  'network.interfaces.sent': ({ sent }: Interface): Printed => ({ 'ip -s link': whole(sent) }),
  'process.all.usage': ({ usage, cpuTime, age }: Process): Printed => ({
    top: percent(usage),
    'ps %CPU': ps(cpuTime === undefined || !age ? undefined : cpuTime / age),
  }),
  'process.all.resident': ({ resident }: Process): Printed => ({ 'ps RSS': kibibytes(resident) }),
  'process.all.virtual': ({ virtual }: Process): Printed => ({ 'ps VSZ': kibibytes(virtual) }),
  'process.all.memory_usage': ({ memoryUsage }: Process): Printed => ({
    top: percent(memoryUsage),
    'ps %MEM': ps(memoryUsage),
  }),
  'process.all.read_rate': ({ readRate }: Process): Printed => ({ 'pidstat -d kB_rd/s': fixed(readRate, 1024) }),
  'process.all.write_rate': ({ writeRate }: Process): Printed => ({ 'pidstat -d kB_wr/s': fixed(writeRate, 1024) }),
  ...Object.fromEntries(
    (['cpu', 'memory', 'io'] as const).flatMap((resource) =>
      (['some', 'full'] as const).flatMap((stalled) =>
        ([10, 60, 300] as const).map((seconds) => [
          `pressure.${resource}.${stalled}.average${seconds}`,
          (pressure: ValueOf<'pressure'>): Printed => {
            const stalls: NonNullable<ValueOf<'pressure'>['memory']> | undefined = pressure[resource];
            const share = stalls?.[stalled]?.[`average${seconds}`];
            return { [`cat /proc/pressure/${resource}`]: `${stalled} avg${seconds}=${percent(share, 2)}` };
          },
        ]),
      ),
    ),
  ),
};

function ofFree(bytes: number | undefined): Printed {
  return { 'free -h': free(bytes), top: bytes === undefined ? UNKNOWN : `${(bytes / 2 ** 20).toFixed(1)} MiB` };
}

function percent(ratio: number | undefined, digits = 1): string {
  return ratio === undefined ? UNKNOWN : (ratio * 100).toFixed(digits);
}

/** As ps(1): cut after the tenth of a percent, and from 100 on to whole ones. */
function ps(ratio: number | undefined): string {
  if (ratio === undefined) return UNKNOWN;
  const tenths = Math.floor(ratio * 1000 + 1e-9);
  return tenths > 999 ? String(Math.floor(tenths / 10)) : (tenths / 10).toFixed(1);
}

/** As df(1): the next whole percent. */
function wholePercent(ratio: number | undefined): string {
  return ratio === undefined ? UNKNOWN : `${Math.ceil(ratio * 100 - 1e-9)}%`;
}

function fixed(value: number | undefined, by = 1): string {
  return value === undefined ? UNKNOWN : (value / by).toFixed(2);
}

function whole(value: number | undefined): string {
  return value === undefined ? UNKNOWN : String(value);
}

function kibibytes(bytes: number | undefined): string {
  return bytes === undefined ? UNKNOWN : String(Math.ceil(bytes / 1024));
}

/** As free(1) with -h: cut, with one digit behind the point where that leaves it at five characters. */
function free(bytes: number | undefined): string {
  if (bytes === undefined) return UNKNOWN;
  const power = powerOf(bytes);
  const scaled = bytes / 1024 ** power;
  if (power === 0) return `${scaled}B`;
  return scaled < 9.95 ? `${scaled.toFixed(1)}${UNITS[power]}i` : `${Math.floor(scaled)}${UNITS[power]}i`;
}

/** As df(1) with -h: rounded up, into the next unit if need be. */
function df(bytes: number | undefined): string {
  if (bytes === undefined) return UNKNOWN;
  const exact = powerOf(bytes);
  if (exact === 0) return String(bytes);
  const power = Math.ceil(bytes / 1024 ** exact) < 1024 ? exact : exact + 1;
  const scaled = bytes / 1024 ** power;
  const tenths = Math.ceil(scaled * 10) / 10;
  return `${tenths < 10 ? tenths.toFixed(1) : Math.ceil(scaled)}${UNITS[power]}`;
}

const UNITS = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

function powerOf(bytes: number): number {
  return Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
}
