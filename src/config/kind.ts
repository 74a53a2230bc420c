/** A way to write values: flags, environment and YAML go through the same one, and its JSON Schema says the same. */
export interface Kind<T> {
  /** What stands for the value in the help: DURATION. A flag without takes no value. */
  readonly placeholder?: string;
  /** The value from one of YAML: text, number, true, list. */
  parse(written: unknown): Parsed<T>;
  /** A flag's or variable's text as YAML would give it; without it, the text as it is. */
  fromText?(text: string): unknown;
  /** All that there are, where they are few enough to go through one after the other. */
  readonly all?: readonly T[];
  /** Whether there may be others than `all`. */
  readonly open?: true;
  /** As YAML has it and `parse` reads it. */
  toYaml(value: T): Yaml;
  /** Accepts what `parse` accepts. */
  readonly schema: JsonSchema;
  /** The same for people: "a length of time from 0.1s to 1h". */
  readonly meaning: string;
}

export type Scalar = string | number | boolean;
export type Row = Scalar | readonly Scalar[];
type Written = Scalar | readonly Row[];
export type Yaml = Written | { readonly [entry: string]: Written };

export type Parsed<T> = { readonly value: T } | Problem;

export interface Problem {
  /** What was written, what it is not, and what may be written: "banana" is not … */
  readonly problem: string;
  /** Which item of a list is meant. */
  readonly item?: number;
  /** Which entry of a map, and what of it is wrong: its key, or its value or the item in it. */
  readonly entry?: { readonly key: string; readonly wrong: 'key' | 'value' };
}

export type JsonSchema = { readonly [keyword: string]: unknown };

export function isProblem(parsed: Parsed<unknown>): parsed is Problem {
  return 'problem' in parsed;
}

/** A written value as messages quote it. */
export function quote(written: unknown): string {
  if (Array.isArray(written)) return 'a list';
  if (written === null || written === undefined) return 'nothing';
  if (typeof written === 'object') return 'a map';
  return typeof written === 'string' ? `"${written.replaceAll('\n', ' ')}"` : String(written);
}
