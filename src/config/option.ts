import type { Kind } from './kind.ts';

/** Environment variables, as process.env has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One thing that can be chosen, and every way to choose it. */
export interface Option<T> {
  /** The flag without its dashes. A flag that is on by default is written --no-NAME. */
  readonly flag?: string;
  /** The flag's one letter. */
  readonly short?: string;
  readonly environment?: Variable<T>;
  /** Its place in the configuration file: "units.network". */
  readonly key?: string;
  readonly kind: Kind<T>;
  readonly default?: NoInfer<T>;
  /** What is in force instead of the default where the environment tells that this fits better. */
  readonly fitting?: (environment: Environment) => Fitting<NoInfer<T>> | undefined;
  /** What an amount is stepped through in the live view, in ascending order; it may be any other, too. */
  readonly steps?: readonly NoInfer<T>[];
  /** What it is in the live view where nothing is chosen and there is no default. */
  readonly unchosen?: NoInfer<T>;
  /** How people are told the default, where it is not one value or too long. */
  readonly otherwise?: string;
  readonly help: string;
  /** False: it counts when sysmon starts, and can't be changed while it runs. */
  readonly live?: false;
}

/** An environment variable; an empty one counts as not set. */
export interface Variable<T> {
  readonly name: string;
  /** What it means when set to anything; without it, its text is read as the flag's would be. */
  readonly means?: NoInfer<T>;
  /** The only text that counts: any other is as if it weren't set. For variables that belong to others. */
  readonly when?: string;
}

/** What fits where sysmon runs, and the variable that tells so. */
export interface Fitting<T> {
  readonly value: T;
  readonly name: string;
}

/** Whether it can be said with --no-NAME. */
export function isNegatable(option: Option<unknown>): boolean {
  return option.kind.placeholder === undefined && (option.key !== undefined || option.default !== undefined);
}
