import type { EpochMs, Seconds } from '../units/quantity.ts';

export type Severity = 'warning' | 'critical';

/** A rule over one metric's field, for every item where the field stands in a list. */
export interface Rule {
  /** As the user wrote it, or would: "cpu.usage > 80% for 10s". */
  readonly text: string;
  /** The field's name: "cpu.usage", "filesystem.usage", "network.interfaces.receive_rate". */
  readonly metric: string;
  /** Only this item of a list: its id, "/home" or "eth0". */
  readonly item?: string;
  readonly comparison: '>' | '<';
  /** In the field's base unit. */
  readonly threshold: number;
  /** How long the condition must hold before it fires. */
  readonly hold: Seconds;
  readonly severity: Severity;
}

/** One rule firing for one item. */
export interface Alert {
  readonly rule: Rule;
  /** Which item, where the rule covers several: "/home". */
  readonly item?: string;
  readonly severity: Severity;
  /** When the condition began to hold. */
  readonly since: EpochMs;
  /** When it ceased; absent while it fires. */
  readonly ended?: EpochMs;
  /** Time it has held or did hold, by the monotonic clock. */
  readonly length: Seconds;
  readonly value: number;
  /** The worst value while it fired. */
  readonly peak: number;
}

export interface Alerts {
  /** Firing now, critical first, then the oldest. */
  readonly firing: readonly Alert[];
  /** Resolved, newest first; the last hundred. */
  readonly resolved: readonly Alert[];
}

export const NO_ALERTS: Alerts = { firing: [], resolved: [] };
