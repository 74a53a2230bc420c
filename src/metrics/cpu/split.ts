import type { Ratio } from '../../units/quantity.ts';
import { sum } from '../rate.ts';

/** Time by state, of the machine or of a core. */
export interface CpuShares {
  readonly user?: Ratio;
  readonly nice?: Ratio;
  readonly system?: Ratio;
  readonly iowait?: Ratio;
  readonly irq?: Ratio;
  readonly softirq?: Ratio;
  readonly steal?: Ratio;
  readonly guest?: Ratio;
}

/** The four that people look at. The first three add up to the usage; iowait is not busy. */
export interface CpuSplit {
  /** Programs, those of lowered priority and guests of virtual machines included. */
  readonly user?: Ratio | undefined;
  /** The kernel, interrupts included. */
  readonly system?: Ratio | undefined;
  readonly steal?: Ratio | undefined;
  readonly iowait?: Ratio | undefined;
}

export function splitCpu({ user, nice, guest, system, irq, softirq, steal, iowait }: CpuShares): CpuSplit {
  return { user: sum([user, nice, guest]), system: sum([system, irq, softirq]), steal, iowait };
}
