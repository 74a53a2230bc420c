import type { MetricName } from '../metrics/index.ts';
import type { Seconds } from '../units/quantity.ts';
import { createGovernor, type Governor, type Ration, type Task, type Thrift } from './governor.ts';
import { createMeter, type Meter } from './meter.ts';

/** Keeps what is spent within a budget, from when one is set. Without one nothing is measured, and nothing slowed. */
export interface Books {
  /** How far apart a metric's readings are to be at the least. */
  paceOf(name: MetricName): Seconds;
  /** Asks, and takes down what that costs. */
  charge<T>(name: MetricName, ask: () => T | Promise<T>): T | Promise<T>;
  /** What all has cost up to now, and what follows from it for the next reading; undefined without a budget. */
  settle(at: Seconds): Thrift | undefined;
}

/**
 * @param cpuTime what this process has used up to now; undefined where that can't be known: then no budget holds.
 * @param usual how far apart a task's turns are by themselves.
 * @param rationNow what may be spent, as of now.
 */
export function createBooks(
  cpuTime: (() => Seconds) | undefined,
  usual: (task: Task) => Seconds,
  rationNow: () => Ration | undefined,
): Books {
  let kept: { readonly meter: Meter; readonly governor: Governor } | undefined;
  return {
    paceOf: (name) => kept?.governor.paceOf(name) ?? 0,
    charge: (name, ask) => (kept ? kept.meter.charge(name, ask) : ask()),
    settle(at) {
      const ration = rationNow();
      if (ration === undefined || cpuTime === undefined) {
        kept = undefined;
        return undefined;
      }
      kept ??= { meter: createMeter(cpuTime), governor: createGovernor(usual) };
      return kept.governor.step(kept.meter.bill(at), ration);
    },
  };
}
