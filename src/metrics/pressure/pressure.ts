import { metric } from '../metric.ts';
import { present } from '../present.ts';
import { rate, share } from '../rate.ts';
import * as shape from '../shape.ts';

export interface PressureReading {
  /** Without `full`: somebody always runs while others wait for a processor. */
  readonly cpu?: Pick<Stalls, 'some'>;
  readonly memory?: Stalls;
  readonly io?: Stalls;
}

export interface Stalls {
  readonly some?: Stall;
  readonly full?: Stall;
}

export interface Stall {
  /** Shares over the last 10, 60 and 300 seconds, as the kernel averages them. */
  readonly average10: number;
  readonly average60: number;
  readonly average300: number;
  /** Time stalled since boot. */
  readonly total: number;
}

function stall(meaning: string, resource: string) {
  const from = `/proc/pressure/${resource}, Documentation/accounting/psi.rst`;
  return shape.optional(
    shape.group({
      now: shape.optional(shape.ratio(`${meaning}, since the last sample`, { from, formula: 'Δtotal / Δt' })),
      average10: shape.ratio(`${meaning}, over 10 seconds`, { from, formula: 'avg10' }),
      average60: shape.ratio(`${meaning}, over 60 seconds`, { from, formula: 'avg60' }),
      average300: shape.ratio(`${meaning}, over 300 seconds`, { from, formula: 'avg300' }),
    }),
  );
}

function some(resource: string, noun: string) {
  return stall(`Share of time in which some task waited for ${noun}`, resource);
}

function full(resource: string, noun: string) {
  return stall(`Share of time in which all tasks that had work waited for ${noun}`, resource);
}

export const pressure = metric({
  title: 'Pressure (PSI)',
  document: ['pressure'],
  shape: shape.group({
    cpu: shape.optional(shape.group({ some: some('cpu', 'a processor') })),
    memory: shape.optional(shape.group({ some: some('memory', 'memory'), full: full('memory', 'memory') })),
    io: shape.optional(shape.group({ some: some('io', 'a disk'), full: full('io', 'a disk') })),
  }),
  derive(now: PressureReading, before: PressureReading | undefined, elapsed) {
    const stalled = (one: Stall | undefined, then: Stall | undefined) =>
      one &&
      present({
        now: share(rate(one.total, then?.total, elapsed), 1),
        average10: one.average10,
        average60: one.average60,
        average300: one.average300,
      });
    const of = (one: Stalls | undefined, then: Stalls | undefined) =>
      one && present({ some: stalled(one.some, then?.some), full: stalled(one.full, then?.full) });
    return present({
      cpu: of(now.cpu, before?.cpu),
      memory: of(now.memory, before?.memory),
      io: of(now.io, before?.io),
    });
  },
});
