import type { Seconds } from '../units/quantity.ts';

/** What one task costs, and how far it is slowed for that. */
export interface Expense {
  /** How far apart its turns are now, and by themselves. */
  readonly pace: Seconds;
  readonly usual: Seconds;
  /** CPU seconds a second, by its last turns. */
  readonly rate: number;
  /** What it would cost less one step slower, and more one step faster; 0 where there is no such step. */
  readonly saving: number;
  readonly price: number;
  /** Nothing is done more often than each interval. */
  setInterval(interval: Seconds): void;
  /** Takes in what one turn cost. */
  pay(cost: Seconds): void;
  /** Takes in what was spent over some time, and makes turns of it. */
  spread(cost: Seconds, elapsed: Seconds): void;
  slow(): void;
  ease(): void;
}

/** The cost of a turn is the median of so many: one that met other work, or a garbage collection, says nothing. */
const TURNS = 5;

/**
 * @param own how far apart its turns are at the least, where nothing is slowed.
 * @param slowest how far apart they may be made.
 */
export function createExpense(own: Seconds, slowest: Seconds): Expense {
  let costs: readonly Seconds[] = [];
  let usual = own;
  let steps = 0;
  let open = { cost: 0, elapsed: 0 };
  const paceAt = (taken: number): Seconds => Math.max(usual, Math.min(slowest, usual * 2 ** taken));
  const rateAt = (taken: number): number => median(costs) / Math.max(paceAt(taken), Number.MIN_VALUE);

  const expense: Expense = {
    get pace() {
      return paceAt(steps);
    },
    get usual() {
      return usual;
    },
    get rate() {
      return rateAt(steps);
    },
    get saving() {
      return rateAt(steps) - rateAt(steps + 1);
    },
    get price() {
      return steps === 0 ? 0 : rateAt(steps - 1) - rateAt(steps);
    },
    setInterval(interval) {
      usual = Math.max(own, interval);
      // A step that makes no difference is none.
      while (steps > 0 && paceAt(steps - 1) === paceAt(steps)) steps -= 1;
    },
    pay(cost) {
      costs = [...costs, cost].slice(-TURNS);
    },
    spread(cost, elapsed) {
      open = { cost: open.cost + cost, elapsed: open.elapsed + elapsed };
      if (open.elapsed === 0 || open.elapsed < expense.pace * ALMOST) return;
      expense.pay((open.cost / open.elapsed) * expense.pace);
      open = { cost: 0, elapsed: 0 };
    },
    slow() {
      steps += 1;
    },
    ease() {
      steps = Math.max(0, steps - 1);
    },
  };
  return expense;
}

/** Timers are a little early at times. */
const ALMOST = 0.95;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
