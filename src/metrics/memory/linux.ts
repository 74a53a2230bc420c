import { openMemoryLimit } from '../../platform/cgroup.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { MemoryReading } from './memory.ts';

/** Memory and swap from /proc/meminfo and /proc/vmstat, the control group's limit where it is below the machine's memory. */
export const readMemory: Reader<MemoryReading> = {
  open({ door }) {
    const readLimit = openMemoryLimit(door);
    return () => {
      const text = door.read('/proc/meminfo');
      if (text === undefined) return unavailable('/proc/meminfo is missing', 'mount /proc');
      const meminfo = parseMeminfo(text);
      const memory = deriveMemory(meminfo);
      if (memory === undefined) return unavailable('/proc/meminfo does not tell how much memory is available');
      const limit = readLimit();
      return ok(
        present({
          ...memory,
          swap: deriveSwap(meminfo, parseVmstat(door.read('/proc/vmstat') ?? '')),
          limit: limit && limit.total < memory.total ? limit : undefined,
        }),
      );
    };
  },
};

/** `/proc/meminfo`: bytes by name; what is counted in pages (HugePages_Total) is left out. */
export function parseMeminfo(text: string): Map<string, number> {
  return new Map([...text.matchAll(/^(\S+):\s+(\d+) kB$/gm)].map(([, name = '', kilobytes]) => [name, Number(kilobytes) * 1024]));
}

/** `/proc/vmstat`: numbers by name; what counts memory counts pages. */
export function parseVmstat(text: string): Map<string, number> {
  return new Map([...text.matchAll(/^(\w+) (\d+)$/gm)].map(([, name = '', value]) => [name, Number(value)]));
}

/**
 * The size of a page, in bytes. The lists of memory in use are told by both files, in kB by one and in pages by the other;
 * their quotient, which moves a little between the two reads, is rounded to a power of two. Undefined where the files don't
 * speak of the same system, as in containers whose /proc/meminfo is made up.
 */
export function derivePageSize(meminfo: ReadonlyMap<string, number>, vmstat: ReadonlyMap<string, number>): number | undefined {
  const bytes = total(['Active(anon)', 'Inactive(anon)', 'Active(file)', 'Inactive(file)'], meminfo);
  const pages = total(['nr_active_anon', 'nr_inactive_anon', 'nr_active_file', 'nr_inactive_file'], vmstat);
  const size = 2 ** Math.round(Math.log2(bytes / pages));
  return size >= SMALLEST_PAGE && size <= LARGEST_PAGE ? size : undefined;
}

const SMALLEST_PAGE = 4096;
const LARGEST_PAGE = 256 * 1024;

/** Undefined where the total isn't told, or nothing to estimate what is available from. */
function deriveMemory(meminfo: ReadonlyMap<string, number>): MemoryReading | undefined {
  const total = meminfo.get('MemTotal');
  const free = meminfo.get('MemFree');
  const buffers = meminfo.get('Buffers');
  const shared = meminfo.get('Shmem');
  const cache = meminfo.get('Cached');
  const cached = cache && Math.max(0, cache + (meminfo.get('SReclaimable') ?? 0) - (shared ?? 0));
  // Linux tells since 3.14 what is available. Before, all cache that isn't shared memory is taken for droppable: a little too much.
  const available = meminfo.get('MemAvailable') ?? (free === undefined ? undefined : free + (buffers ?? 0) + (cached ?? 0));
  if (total === undefined || available === undefined) return undefined;
  return present({ total, available, free, buffers, cached, shared });
}

function deriveSwap(meminfo: ReadonlyMap<string, number>, vmstat: ReadonlyMap<string, number>): MemoryReading['swap'] {
  const total = meminfo.get('SwapTotal');
  const free = meminfo.get('SwapFree');
  if (total === undefined || free === undefined) return undefined;
  const pageSize = derivePageSize(meminfo, vmstat);
  const bytes = (name: string) => {
    const pages = vmstat.get(name);
    return pages === undefined || pageSize === undefined ? undefined : pages * pageSize;
  };
  return present({ total, free, inTotal: bytes('pswpin'), outTotal: bytes('pswpout') });
}

function total(names: readonly string[], values: ReadonlyMap<string, number>): number {
  return names.reduce((sum, name) => sum + (values.get(name) ?? 0), 0);
}
