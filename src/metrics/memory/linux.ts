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

/** Of `/proc/meminfo` what is used here: bytes by name. */
export function parseMeminfo(text: string): Map<string, number> {
  return pick(text, MEMINFO, ':', 1024);
}

/** Of `/proc/vmstat` what is used here: pages by name. */
export function parseVmstat(text: string): Map<string, number> {
  return pick(text, VMSTAT, ' ', 1);
}

const ACTIVE_BYTES = ['Active(anon)', 'Inactive(anon)', 'Active(file)', 'Inactive(file)'];
const ACTIVE_PAGES = ['nr_active_anon', 'nr_inactive_anon', 'nr_active_file', 'nr_inactive_file'];
const AMOUNTS = ['MemTotal', 'MemFree', 'MemAvailable', 'Buffers', 'Cached', 'SReclaimable', 'Shmem', 'SwapTotal', 'SwapFree'];
const MEMINFO = [...AMOUNTS, ...ACTIVE_BYTES];
const VMSTAT = [...ACTIVE_PAGES, 'pswpin', 'pswpout'];

/** Looked up by name: /proc/vmstat has some 180 lines, and six are wanted at every sample. */
function pick(text: string, names: readonly string[], separator: string, unit: number): Map<string, number> {
  const lines = `\n${text}`;
  const values = new Map<string, number>();
  for (const name of names) {
    const before = `\n${name}${separator}`;
    const at = lines.indexOf(before);
    const value = at < 0 ? Number.NaN : Number.parseInt(lines.slice(at + before.length, at + before.length + DIGITS), 10);
    if (!Number.isNaN(value)) values.set(name, value * unit);
  }
  return values;
}

/** Room for blanks and a number. */
const DIGITS = 32;

/**
 * The size of a page, in bytes. The lists of memory in use are told by both files, in kB by one and in pages by the other;
 * their quotient, which moves a little between the two reads, is rounded to a power of two. Undefined where the files don't
 * speak of the same system, as in containers whose /proc/meminfo is made up.
 */
export function derivePageSize(meminfo: ReadonlyMap<string, number>, vmstat: ReadonlyMap<string, number>): number | undefined {
  const bytes = total(ACTIVE_BYTES, meminfo);
  const pages = total(ACTIVE_PAGES, vmstat);
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
