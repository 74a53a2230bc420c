import { snakeCase } from '../../metrics/catalog.ts';
import type { Process } from '../../processes/process.ts';
import { type Line, span, telling } from '../draw/line.ts';
import type { Fact } from './section.ts';

/** A value by its name in the catalogue; undefined where it isn't known. */
export function tell(name: string, text: string | undefined, item?: string): Line | undefined {
  return text === undefined ? undefined : [telling(span(text), name, item)];
}

/** What the list of processes knows. */
export function tellListed({ id }: Process, field: keyof Process, text: string | undefined): Line | undefined {
  return tell(`process.all.${snakeCase(field)}`, text, id);
}

/** A word before a value, or behind it. */
export function named(...parts: readonly (Line | string | undefined)[]): Line | undefined {
  const lines = parts.filter((part) => part !== '').map((part) => (typeof part === 'string' ? [span(part)] : part));
  return lines.includes(undefined) ? undefined : joined(lines, ' ');
}

/** Those that are known, with a separator between; undefined where none is. */
export function joined(parts: readonly (Line | undefined)[], between = ', '): Line | undefined {
  const lines = parts.filter((part) => part !== undefined);
  return lines.length === 0 ? undefined : lines.flatMap((line, i) => (i === 0 ? line : [span(between), ...line]));
}

/** The facts of which the value is known. */
export function knownFacts(facts: readonly (readonly [string, Line | undefined])[]): readonly Fact[] {
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
