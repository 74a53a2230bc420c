import { metric } from '../metric.ts';
import { present } from '../present.ts';
import { isLess, rate, share, sum } from '../rate.ts';
import * as shape from '../shape.ts';

/** Whole devices only; counters since boot. */
export interface DiskReading {
  readonly name: string;
  readonly model?: string;
  readonly size?: number;
  readonly rotational?: boolean;
  readonly reads?: number;
  readonly writes?: number;
  readonly readBytes?: number;
  readonly writtenBytes?: number;
  /** Time with a request under way. */
  readonly busySeconds?: number;
}

const diskstats = '/proc/diskstats, proc_diskstats(5)';
const sysBlock = '/sys/block';

export const disk = metric({
  title: 'Disks',
  document: ['disk'],
  shape: shape.group({
    totalRead: shape.optional(
      shape.bytes('Read from all disks since boot', {
        from: diskstats,
        formula: 'sum of the devices',
        counter: true,
        key: 'total_read_bytes',
      }),
    ),
    totalWritten: shape.optional(
      shape.bytes('Written to all disks since boot', {
        from: diskstats,
        formula: 'sum of the devices',
        counter: true,
        key: 'total_written_bytes',
      }),
    ),
    readRate: shape.optional(shape.bytesPerSecond('Read from all disks', { from: diskstats, formula: 'sum of the devices' })),
    writeRate: shape.optional(shape.bytesPerSecond('Written to all disks', { from: diskstats, formula: 'sum of the devices' })),
    devices: shape.list('name', 'One whole disk: no partitions, no layers over other disks', {
      name: shape.text("The kernel's name", { from: diskstats }),
      model: shape.optional(shape.text('Model', { from: `${sysBlock}/NAME/device/model` })),
      size: shape.optional(shape.bytes('Capacity', { from: `${sysBlock}/NAME/size`, formula: 'sectors × 512' })),
      rotational: shape.optional(shape.flag('Whether it spins', { from: `${sysBlock}/NAME/queue/rotational` })),
      read: shape.optional(shape.bytes('Read since boot', { from: diskstats, formula: 'sectors read × 512', counter: true })),
      written: shape.optional(
        shape.bytes('Written since boot', { from: diskstats, formula: 'sectors written × 512', counter: true }),
      ),
      readRate: shape.optional(shape.bytesPerSecond('Read', { from: diskstats, formula: 'Δ(sectors read × 512) / Δt' })),
      writeRate: shape.optional(shape.bytesPerSecond('Written', { from: diskstats, formula: 'Δ(sectors written × 512) / Δt' })),
      readOperationRate: shape.optional(shape.perSecond('Reads completed', { from: diskstats, formula: 'Δreads / Δt' })),
      writeOperationRate: shape.optional(shape.perSecond('Writes completed', { from: diskstats, formula: 'Δwrites / Δt' })),
      busy: shape.optional(
        shape.ratio('Share of time with a request under way; a device that serves many at once may have room at 100 %', {
          from: diskstats,
          formula: 'Δ(time doing I/O) / Δt',
        }),
      ),
    }),
  }),
  derive(now: readonly DiskReading[], before: readonly DiskReading[] | undefined, elapsed) {
    const earlier = new Map(before?.map((device) => [device.name, device]));
    const devices = now.map(({ reads, writes, readBytes, writtenBytes, busySeconds, ...facts }) => {
      const same = earlier.get(facts.name);
      // Operations that became fewer: another disk under the same name, whose counters tell nothing of this one's.
      const then = isLess(reads, same?.reads) || isLess(writes, same?.writes) ? undefined : same;
      const busy = rate(busySeconds, then?.busySeconds, elapsed);
      return present({
        ...facts,
        read: readBytes,
        written: writtenBytes,
        readRate: rate(readBytes, then?.readBytes, elapsed),
        writeRate: rate(writtenBytes, then?.writtenBytes, elapsed),
        readOperationRate: rate(reads, then?.reads, elapsed),
        writeOperationRate: rate(writes, then?.writes, elapsed),
        busy: share(busy, 1),
      });
    });
    return present({
      totalRead: sum(devices.map((device) => device.read)),
      totalWritten: sum(devices.map((device) => device.written)),
      readRate: sum(devices.map((device) => device.readRate)),
      writeRate: sum(devices.map((device) => device.writeRate)),
      devices,
    });
  },
});
