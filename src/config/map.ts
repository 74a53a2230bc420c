import { isProblem, type Parsed, quote } from './kind.ts';

/** How the entries of a map are read. */
export interface EntryKind<T> {
  /** An entry as it is written: "ACTION: KEY". */
  readonly form: string;
  /** What is wrong with a name; undefined where nothing is. */
  problemOfName(name: string): string | undefined;
  parse(written: unknown): Parsed<T>;
}

/** A map from names to values of one kind; one whose entries are all commented out has none. */
export function parseMap<T>(written: unknown, { form, problemOfName, parse }: EntryKind<T>): Parsed<Readonly<Record<string, T>>> {
  if (written === null) return { value: {} };
  if (typeof written !== 'object' || Array.isArray(written)) {
    return { problem: `${quote(written)} is not a map; write ${form}, a line each` };
  }
  const values: Record<string, T> = {};
  for (const [name, one] of Object.entries(written)) {
    const problem = problemOfName(name);
    if (problem !== undefined) return { problem, entry: { key: name, wrong: 'key' } };
    const parsed = parse(one);
    if (isProblem(parsed)) return { ...parsed, problem: `${name}: ${parsed.problem}`, entry: { key: name, wrong: 'value' } };
    values[name] = parsed.value;
  }
  return { value: values };
}
