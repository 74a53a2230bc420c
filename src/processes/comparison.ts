import { oneOf, suggest } from '../units/nearest.ts';
import { compareNumber, compareText, fields, NUMERIC, type Numeric, TEXTUAL, type Textual } from './field.ts';
import { equalTo, type Pattern, parsePattern, reasonOf } from './pattern.ts';
import { Refusal } from './problem.ts';
import type { Test } from './process.ts';

/** A piece of a query, and where it begins. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

export const FIELD_NAMES = [...fields.keys()];

/** A term of a query: its test, and whether that needs what is read only of processes that are looked at closely. */
export interface Term {
  readonly test: Test;
  readonly close: boolean;
}

/**
 * The term that "cpu > 20" stands for; `value` is undefined where none was written.
 * @throws Refusal where the field isn't known, or can't be compared so, or with that.
 */
export function createComparison(name: Piece, operator: Piece, value: Piece | undefined): Term {
  const field = fields.get(name.text);
  if (field === undefined) throw new Refusal(unknownField(name.text), name.at);
  const missing = (noun: string) =>
    new Refusal(`"${name.text}${operator.text}" needs ${noun}`, operator.at + operator.text.length);
  const written = operator.text === '==' ? '=' : operator.text;

  if (field.kind === 'number') {
    if (!isOneOf<Numeric>(NUMERIC, written)) throw wrongOperator(name, operator, NUMERIC);
    if (value === undefined) throw missing(field.noun);
    const wanted = field.parse(value.text);
    if (wanted === undefined)
      throw new Refusal(`"${value.text}" is not ${field.noun}; write one like ${field.examples}`, value.at);
    return { test: compareNumber(written, wanted), close: field.close ?? false };
  }

  if (!isOneOf<Textual>(TEXTUAL, written)) throw wrongOperator(name, operator, TEXTUAL);
  const matching = written === '~' || written === '!~';
  if (value === undefined) throw missing(matching ? 'a regular expression' : 'a text');
  const pattern = matching ? patternAt(value) : equalTo(value.text);
  return { test: compareText(field, pattern, !written.startsWith('!')), close: field.close ?? false };
}

/** @throws Refusal where it is none. */
export function patternAt({ text, at }: Piece): Pattern {
  try {
    return parsePattern(text);
  } catch (error) {
    throw new Refusal(`"${text}" ${reasonOf(error)}`, at);
  }
}

function unknownField(name: string): string {
  const names = `the fields are ${FIELD_NAMES.join(', ')}; to search for the text, put it in quotes`;
  return `unknown field "${name}"; ${suggest(name, FIELD_NAMES, names)}`;
}

function wrongOperator(name: Piece, operator: Piece, allowed: readonly string[]): Refusal {
  return new Refusal(`${name.text} can't be compared with "${operator.text}"; use ${oneOf(allowed)}`, operator.at);
}

function isOneOf<T extends string>(all: readonly T[], text: string): text is T {
  return (all as readonly string[]).includes(text);
}
