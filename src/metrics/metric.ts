import type { Clock } from '../platform/clock.ts';
import type { Door } from '../platform/door.ts';
import type { Seconds } from '../units/quantity.ts';
import type { Outcome } from './outcome.ts';
import type { Attention } from './process/attention.ts';
import type { Shape, ShapeOf } from './shape.ts';

/**
 * A subsystem that sysmon measures: what is known of it and how a sample follows from readings.
 * `R` is its part of a Reading: what the system gave at one instant, counters still cumulative.
 */
export interface Metric<R, S extends Shape> {
  /** What people call it: "CPU", "Filesystems". */
  readonly title: string;
  /** Where its value stands in the JSON document: ['disk', 'disks']. */
  readonly document: readonly string[];
  readonly shape: S;
  /**
   * Pure. `before` is the reading before this one, absent at the first and after a gap: then there are no rates.
   * `elapsed` is the true time between the two, by the monotonic clock.
   */
  derive(now: R, before: R | undefined, elapsed: Seconds): ShapeOf<S>;
}

/** Who reads a metric, by platform. */
export interface Readers<R> {
  /** From /proc and /sys, through the door. */
  readonly linux: Reader<R>;
  /** Everywhere else, through systeminformation. Left out where no other system has it. */
  readonly portable?: Reader<R>;
}

export type Measured<R, S extends Shape> = Metric<R, S> & Readers<R>;

export interface Reader<R> {
  /** Don't ask again sooner than after this many seconds; the last answer stands until then. */
  readonly pace?: Seconds;
  /** Called once; what it returns is called for each reading and may keep state between calls. It may throw: that is `failed`. */
  open(system: System): () => Outcome<R> | Promise<Outcome<R>>;
}

/** All that a reader may touch. */
export interface System {
  readonly door: Door;
  readonly clock: Clock;
  /** The system that this very process runs on, seen through its own `/`: then Node may be asked, too. */
  readonly local: boolean;
  /** What somebody looks at, at this moment; absent where nobody looks closely. */
  attention?(): Attention;
}

export function metric<R, const S extends Shape>(definition: Metric<R, S>): Metric<R, S> {
  return definition;
}

/** A reader without state of its own. */
export function reader<R>(read: (system: System) => Outcome<R> | Promise<Outcome<R>>, about: { pace?: Seconds } = {}): Reader<R> {
  return { ...about, open: (system) => () => read(system) };
}

export function measured<R, S extends Shape>(definition: Metric<R, S>, readers: Readers<R>): Measured<R, S> {
  return { ...definition, ...readers };
}
