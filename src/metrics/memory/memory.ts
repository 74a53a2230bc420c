import { metric } from '../metric.ts';
import { present } from '../present.ts';
import { rate, share } from '../rate.ts';
import * as shape from '../shape.ts';

export interface MemoryReading {
  readonly total: number;
  readonly available: number;
  readonly free?: number;
  readonly buffers?: number;
  readonly cached?: number;
  readonly shared?: number;
  readonly swap?: { readonly total: number; readonly free: number; readonly inTotal?: number; readonly outTotal?: number };
  /** The control group's own, where it sets a limit below the machine's memory. */
  readonly limit?: { readonly total: number; readonly used: number };
}

const meminfo = '/proc/meminfo, proc_meminfo(5)';
const vmstat = '/proc/vmstat';

export const memory = metric({
  title: 'Memory',
  document: ['memory'],
  shape: shape.group({
    total: shape.bytes('Memory that the kernel can use', { from: meminfo, formula: 'MemTotal' }),
    used: shape.bytes('Memory that programs could not have without something being written out or lost', {
      from: meminfo,
      formula: 'MemTotal − available',
    }),
    available: shape.bytes('Memory that programs can have without swapping, by the kernel’s own estimate', {
      from: meminfo,
      formula: 'MemAvailable; before Linux 3.14: MemFree + Buffers + cached',
    }),
    usage: shape.ratio('Share of memory in use', { from: meminfo, formula: 'used / total' }),
    free: shape.optional(shape.bytes('Memory that nothing uses', { from: meminfo, formula: 'MemFree' })),
    buffers: shape.optional(shape.bytes('Cache of block devices', { from: meminfo, formula: 'Buffers' })),
    cached: shape.optional(
      shape.bytes('Cache of file contents and reclaimable kernel objects, shared memory not counted', {
        from: meminfo,
        formula: 'Cached + SReclaimable − Shmem',
      }),
    ),
    shared: shape.optional(shape.bytes('Shared memory and tmpfs; can’t be dropped', { from: meminfo, formula: 'Shmem' })),
    swap: shape.optional(
      shape.group(
        {
          total: shape.bytes('Size of all swap areas', { from: meminfo, formula: 'SwapTotal' }),
          used: shape.bytes('Swap in use', { from: meminfo, formula: 'SwapTotal − SwapFree' }),
          usage: shape.optional(
            shape.ratio('Share of swap in use; absent without swap', { from: meminfo, formula: 'used / total' }),
          ),
          inRate: shape.optional(
            shape.bytesPerSecond('Read back from swap', { from: vmstat, formula: 'Δpswpin × page size / Δt' }),
          ),
          outRate: shape.optional(
            shape.bytesPerSecond('Written to swap', { from: vmstat, formula: 'Δpswpout × page size / Δt' }),
          ),
        },
        { flat: true },
      ),
    ),
    limit: shape.optional(
      shape.group({
        total: shape.bytes('What the control group may use', {
          from: 'memory.max of the control group; memory.limit_in_bytes in version 1',
          formula: 'the smallest up to the root',
        }),
        used: shape.bytes('What the control group uses, file cache that can be dropped not counted', {
          from: 'memory.current and memory.stat; memory.usage_in_bytes in version 1',
          formula: 'current − inactive_file',
        }),
        usage: shape.ratio('Share of its limit that the control group uses', { from: 'the two above', formula: 'used / total' }),
      }),
    ),
  }),
  derive(now: MemoryReading, before: MemoryReading | undefined, elapsed) {
    const { total, available, free, buffers, cached, shared, swap, limit } = now;
    const used = Math.max(0, total - available);
    return present({
      total,
      used,
      available,
      usage: share(used, total) ?? 0,
      free,
      buffers,
      cached,
      shared,
      swap:
        swap &&
        present({
          total: swap.total,
          used: Math.max(0, swap.total - swap.free),
          usage: share(swap.total - swap.free, swap.total),
          inRate: rate(swap.inTotal, before?.swap?.inTotal, elapsed),
          outRate: rate(swap.outTotal, before?.swap?.outTotal, elapsed),
        }),
      limit: limit && { ...limit, usage: share(limit.used, limit.total) ?? 0 },
    });
  },
});
