import type { ValueOf } from '../metrics/index.ts';
import { present } from '../metrics/present.ts';
import type { Seconds } from '../units/quantity.ts';

/** One process of a sample. */
export type Process = ValueOf<'process'>['all'][number];

/** A process as it was when somebody chose it. That stays what is meant, whatever has its pid later. */
export interface Target {
  /** "pid@start". */
  readonly id: string;
  readonly pid: number;
  /** As the platform's reader tells it; with the pid, the identity. */
  readonly start: Seconds;
  readonly name: string;
  readonly user?: string;
  /** Time since it started, when it was chosen. */
  readonly age?: Seconds;
  readonly command?: string;
  readonly kernelThread?: boolean;
}

export function targetOf({ id, pid, name, user, age, command, kernelThread }: Process): Target {
  return present({ id, pid, start: Number(id.slice(id.indexOf('@') + 1)), name, user, age, command, kernelThread });
}
