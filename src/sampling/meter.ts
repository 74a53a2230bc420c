import type { MetricName } from '../metrics/index.ts';
import type { Seconds } from '../units/quantity.ts';
import type { Bill } from './governor.ts';

/** Finds out what each reading costs: CPU seconds of all threads, none of them counted twice. */
export interface Meter {
  /** Asks, and charges the metric with what is spent until the answer, but for what others are charged with meanwhile. */
  charge<T>(name: MetricName, ask: () => T | Promise<T>): Promise<T>;
  /** What was spent since the bill before. */
  bill(at: Seconds): Bill;
}

/** @param cpuTime what this process has used up to now. */
export function createMeter(cpuTime: () => Seconds): Meter {
  let readings = new Map<MetricName, Seconds>();
  let charged = 0;
  let billed = cpuTime();

  return {
    async charge(name, ask) {
      let mark = markNow();
      const take = () => {
        const now = markNow();
        const cost = Math.max(0, now.spent - mark.spent - (now.charged - mark.charged));
        readings.set(name, (readings.get(name) ?? 0) + cost);
        charged += cost;
        mark = markNow();
      };
      const answer = ask();
      // What answers at once has been read by now; what doesn't goes on while others are read.
      take();
      try {
        return await answer;
      } finally {
        take();
      }
    },
    bill(at) {
      const now = cpuTime();
      const told = { at, spent: now - billed, readings };
      billed = now;
      readings = new Map();
      return told;
    },
  };

  function markNow() {
    return { spent: cpuTime(), charged };
  }
}
