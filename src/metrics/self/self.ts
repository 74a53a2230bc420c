import { metric } from '../metric.ts';
import { present } from '../present.ts';
import { rate } from '../rate.ts';
import * as shape from '../shape.ts';

export interface SelfReading {
  readonly pid: number;
  readonly cpuSeconds: number;
  readonly resident: number;
}

export const self = metric({
  title: 'sysmon itself',
  document: ['self'],
  shape: shape.group({
    pid: shape.count('Process id', { from: 'getpid(2)' }),
    usage: shape.optional(
      shape.ratio("Share of one core's time that sysmon used", { from: 'getrusage(2)', formula: 'Δ(user + system time) / Δt' }),
    ),
    resident: shape.bytes('Resident memory', { from: 'getrusage(2); /proc/self/statm' }),
  }),
  derive: (now: SelfReading, before: SelfReading | undefined, elapsed) =>
    present({ pid: now.pid, usage: rate(now.cpuSeconds, before?.cpuSeconds, elapsed), resident: now.resident }),
});
