import type { Bytes, Seconds } from '../units/quantity.ts';

/** What processes, and groups of them, are sorted by. */
export interface Sortable {
  readonly pid: number;
  readonly name?: string;
  readonly user?: string;
  readonly state?: string;
  readonly usage?: number;
  readonly resident: Bytes;
  readonly cpuTime?: Seconds;
  readonly threads?: number;
  readonly nice?: number;
  readonly age?: Seconds;
  readonly parent?: number;
  readonly priority?: number;
  readonly virtual?: Bytes;
  readonly shared?: Bytes;
  readonly ioRate?: number;
  readonly readRate?: number;
  readonly writeRate?: number;
  readonly files?: number;
  readonly unit?: string;
  readonly group?: string;
}

interface Key {
  readonly of: (one: Sortable) => number | string | undefined;
  /** Where the eye looks for the culprit: amounts from the largest, names and numbers from the first. */
  readonly descending: boolean;
  /** It is read only of processes that are looked at closely. */
  readonly close?: true;
}

const keys = {
  cpu: { of: (one) => one.usage, descending: true },
  memory: { of: (one) => one.resident, descending: true },
  pid: { of: (one) => one.pid, descending: false },
  time: { of: (one) => one.cpuTime, descending: true },
  name: { of: (one) => one.name?.toLowerCase(), descending: false },
  user: { of: (one) => one.user, descending: false },
  state: { of: (one) => rankOf(one.state), descending: false },
  threads: { of: (one) => one.threads, descending: true },
  nice: { of: (one) => one.nice, descending: false },
  age: { of: (one) => one.age, descending: true },
  io: { of: (one) => one.ioRate, descending: true, close: true },
  read: { of: (one) => one.readRate, descending: true, close: true },
  write: { of: (one) => one.writeRate, descending: true, close: true },
  files: { of: (one) => one.files, descending: true, close: true },
  shared: { of: (one) => one.shared, descending: true, close: true },
  virtual: { of: (one) => one.virtual, descending: true },
  priority: { of: (one) => one.priority, descending: false },
  parent: { of: (one) => one.parent, descending: false },
  unit: { of: (one) => one.unit, descending: false },
  group: { of: (one) => one.group, descending: false },
} as const satisfies Readonly<Record<string, Key>>;

export type SortKey = keyof typeof keys;
export const sortKeys = Object.keys(keys) as readonly SortKey[];

/** Whether sorting by it needs what is read only of processes that are looked at closely. */
export function isCloseKey(key: SortKey): boolean {
  const { close }: Key = keys[key];
  return close === true;
}

/**
 * Compares in the direction that is natural for the key, or in the other. What isn't known comes last in both,
 * and equals stand by process id in both, so that they don't change places from sample to sample.
 */
export function compareBy(key: SortKey, reversed = false): (a: Sortable, b: Sortable) => number {
  const { of, descending }: Key = keys[key];
  const sign = descending === reversed ? 1 : -1;
  return (a, b) => {
    const left = of(a);
    const right = of(b);
    if (left === right) return a.pid - b.pid;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    return left < right ? -sign : sign;
  };
}

/** What runs or waits for a device first, what only sleeps last: R D Z T t S I, and letters we don't know behind them. */
function rankOf(state: string | undefined): number | undefined {
  if (state === undefined) return undefined;
  const rank = 'RDZTtSI'.indexOf(state);
  return rank < 0 ? Number.POSITIVE_INFINITY : rank;
}
