import type { EpochMs, Seconds } from '../units/quantity.ts';

export type Severity = 'warning' | 'critical';

/** A rule over one metric's field, for every item where the field stands in a list. */
export interface Rule {
  /** As the user wrote it, or would: "cpu.usage > 80% for 10s". */
  readonly text: string;
  /** The field's name: "cpu.usage", "filesystem.usage", "network.interfaces.receive_rate". */
  readonly metric: string;
  /** Only these items of a list, by id: "/home", "eth*". */
  readonly item?: string;
  readonly comparison: '>' | '<';
  /** In the field's base unit. */
  readonly threshold: number;
  /** How long the condition must hold before it fires. */
  readonly hold: Seconds;
  readonly severity: Severity;
}

/** What is wrong with one value: one alert, however many rules it breaks. */
export interface Alert {
  /** The rule that has held since `since`: the first to hold, of two the milder. */
  readonly rule: Rule;
  /** Which item of a list: "/home". */
  readonly item?: string;
  /** The worst that fires, or, once it is over, that fired. */
  readonly severity: Severity;
  /** When the condition began to hold. */
  readonly since: EpochMs;
  /** When it was resolved, which may be some seconds after the condition ceased; absent while it fires. */
  readonly ended?: EpochMs;
  /** Time the condition has held or did hold, by the monotonic clock: sleep doesn't count. */
  readonly length: Seconds;
  /** The last that was known; between threshold and well, or well for a moment, while the alert is not over. */
  readonly value: number;
  /** The worst value while it held. */
  readonly peak: number;
  /** The process that uses, or last used, most of it; for CPU, memory and what disks do. */
  readonly culprit?: Culprit;
}

/** Who uses most of what an alert is about. */
export interface Culprit {
  readonly name: string;
  readonly pid: number;
  /** Of one core's time, of the machine's memory, or of all that is read or written. */
  readonly share: number;
}

export interface Alerts {
  /** Firing now, critical first, then the oldest. */
  readonly firing: readonly Alert[];
  /** Resolved, newest first; the last hundred. */
  readonly resolved: readonly Alert[];
}

export const NO_ALERTS: Alerts = { firing: [], resolved: [] };
