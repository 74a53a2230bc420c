import { type MetricName, metricNames } from '../metrics/index.ts';
import type { Ratio, Seconds } from '../units/quantity.ts';
import { createExpense } from './expense.ts';

/** What can be done less often: reading a metric; or drawing, to which all counts that isn't reading. */
export type Task = MetricName | 'screen';

/** What sysmon has used since the bill before: CPU seconds of all its threads. */
export interface Bill {
  /** By the monotonic clock. */
  readonly at: Seconds;
  readonly spent: Seconds;
  /** The part of it that went into readings; a metric that wasn't read is absent. */
  readonly readings: ReadonlyMap<MetricName, Seconds>;
}

export interface Ration {
  /** Share of one core that sysmon may use. */
  readonly budget: Ratio;
  /** Time between samples: nothing is done more often. */
  readonly interval: Seconds;
  /** Whether there is a screen that could be drawn less often. */
  readonly screen: boolean;
}

/** What a budget has led to. */
export interface Thrift {
  readonly budget: Ratio;
  /** What is done less often than usual, the slowest first. */
  readonly slowed: readonly Slowed[];
  /** Nothing is left that could be slowed, and still it is over the budget. */
  readonly exceeded: boolean;
}

export interface Slowed {
  readonly task: Task;
  /** How often it is done now, and how often it would be. */
  readonly every: Seconds;
  readonly usual: Seconds;
}

/** Slows what costs most until all together keeps to the budget, and gives back when there is room. */
export interface Governor {
  /** Takes in a bill; what follows from it holds from now on. */
  step(bill: Bill, ration: Ration): Thrift;
  /** How far apart two turns of a task are to be. */
  paceOf(task: Task): Seconds;
}

/** Nothing is slowed further; a screen that stands still for longer looks dead. */
const SLOWEST_READING: Seconds = 10;
const SLOWEST_SCREEN: Seconds = 5;
/** While a program starts, V8 compiles and caches fill: nothing is judged by that. */
const SETTLES: Seconds = 15;
/** What was changed is watched for so long, and for so many turns of what is slowest, before more is. */
const CALM: Seconds = 10;
const CALM_TURNS = 4;
/** So much of the budget is too much; and a step back must leave it at so much. Between the two, nothing changes. */
const OVER = 1.05;
const ROOM = 0.85;
/** A step back that had to be taken again soon makes the next one wait twice as long, up to this. */
const LONGEST_WAIT: Seconds = 300;
/** What would save less than this share of the budget stays as it is. */
const WORTH = 0.02;

/** @param paceOf how far apart a task's turns are by themselves, where that is not each sample's. */
export function createGovernor(paceOf: (task: Task) => Seconds, tasks: readonly Task[] = [...metricNames, 'screen']): Governor {
  const slowest = (task: Task) => (task === 'screen' ? SLOWEST_SCREEN : SLOWEST_READING);
  const named = new Map(tasks.map((task) => [task, createExpense(paceOf(task), slowest(task))]));
  const all = [...named.values()];
  let began: Seconds | undefined;
  let last = 0;
  let changed = Number.NEGATIVE_INFINITY;
  let eased = Number.NEGATIVE_INFINITY;
  let wait = CALM;
  let exceeded = false;

  return {
    step(bill, { budget, interval, screen }) {
      for (const expense of all) expense.setInterval(interval);
      if (began !== undefined) pay(bill, bill.at - last);
      began ??= bill.at;
      last = bill.at;
      if (bill.at - began >= SETTLES && bill.at - changed >= calm()) decide(bill.at, budget, screen);
      return { budget, slowed: listSlowed(), exceeded };
    },
    paceOf: (task) => named.get(task)?.pace ?? 0,
  };

  function pay({ spent, readings }: Bill, elapsed: Seconds) {
    let rest = spent;
    for (const [task, cost] of readings) {
      named.get(task)?.pay(cost);
      rest -= cost;
    }
    named.get('screen')?.spread(Math.max(0, rest), elapsed);
  }

  function usage(): number {
    return all.reduce((sum, { rate }) => sum + rate, 0);
  }

  function calm(): Seconds {
    return Math.max(CALM, ...all.map(({ pace, usual }) => (pace > usual ? CALM_TURNS * pace : 0)));
  }

  function decide(at: Seconds, budget: Ratio, screen: boolean) {
    if (usage() > budget * OVER) save(at, budget, screen);
    else if (usage() <= budget) exceeded = false;
    const cheapest = all.filter(({ pace, usual }) => pace > usual).sort((a, b) => a.price - b.price)[0];
    if (cheapest === undefined || at - changed < wait || usage() + cheapest.price > budget * ROOM) return;
    cheapest.ease();
    changed = at;
    eased = at;
  }

  function save(at: Seconds, budget: Ratio, screen: boolean) {
    const isRelapse = at - eased < 3 * wait;
    let dearest = dearestOf(budget, screen);
    if (dearest) wait = isRelapse ? Math.min(LONGEST_WAIT, wait * 2) : CALM;
    for (; dearest && usage() > budget; dearest = dearestOf(budget, screen)) {
      dearest.slow();
      changed = at;
    }
    exceeded = usage() > budget;
  }

  /** What saves most by its next step. */
  function dearestOf(budget: Ratio, screen: boolean) {
    const open = screen ? all : all.filter((expense) => expense !== named.get('screen'));
    return open.filter(({ saving }) => saving > WORTH * budget).sort((a, b) => b.saving - a.saving)[0];
  }

  function listSlowed(): readonly Slowed[] {
    return [...named]
      .flatMap(([task, { pace, usual }]) => (pace > usual ? [{ task, every: pace, usual }] : []))
      .sort((a, b) => b.every - a.every);
  }
}
