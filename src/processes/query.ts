import { type QueryProblem, Refusal } from './problem.ts';
import type { Test } from './process.ts';
import { type Token, tokenize } from './token.ts';

export type { QueryProblem } from './problem.ts';

/** What a person looks for among the processes. */
export interface Query {
  readonly matches: Test;
  /** It asks for what is read only of processes that are looked at closely. */
  readonly close: boolean;
}

/**
 * Reads `node`, `"two words"`, `/regular expression/` (searched in name, command and user), `cpu>20`, `mem>=1G`, `mem>5%`, `io>1M`,
 * `user!=root`, `name~^node`, joined by `and` (which may be left out), `or`, `not` or `!`, and parentheses.
 * `not` binds closest, then `and`. Nothing written matches all. Never throws.
 */
export function parseQuery(text: string): Query | QueryProblem {
  const query = read.get(text) ?? readQuery(text);
  // The same text comes at every sample, and what was found with it is remembered.
  read = new Map([[text, query], ...[...read].filter(([other]) => other !== text).slice(0, 1)]);
  return query;
}

/** The last two. */
let read: ReadonlyMap<string, Query | QueryProblem> = new Map();

function readQuery(text: string): Query | QueryProblem {
  if (text.length > LONGEST) return { problem: `longer than ${LONGEST} characters`, at: LONGEST };
  try {
    const tokens = tokenize(text);
    return { matches: parseTokens(tokens), close: tokens.some((token) => token.kind === 'term' && token.close) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message, at: error.at };
    throw error;
  }
}

/** Longer than anybody writes, and short enough for ways of reading that take its square. */
const LONGEST = 1000;
/** Parentheses deeper than anybody writes, and far from the end of the stack. */
const DEEPEST = 100;

function parseTokens(tokens: readonly Token[]): Test {
  let next = 0;
  let depth = 0;
  if (tokens.length === 0) return () => true;
  const test = parseEither();
  const rest = tokens[next];
  if (rest) throw new Refusal(') closes nothing', rest.at);
  return test;

  function parseEither(): Test {
    const tests = [parseAll()];
    while (take('or')) tests.push(parseAll());
    return tests.length > 1
      ? (process) => tests.some((test) => test(process))
      : (process) => tests.every((test) => test(process));
  }

  function parseAll(): Test {
    const tests = [parseOne()];
    while (take('and') || !END.has(tokens[next]?.kind)) tests.push(parseOne());
    return (process) => tests.every((test) => test(process));
  }

  function parseOne(): Test {
    let negated = false;
    while (take('not')) negated = !negated;
    const test = parseTerm();
    return negated ? (process) => !test(process) : test;
  }

  function parseTerm(): Test {
    const token = tokens[next];
    if (token?.kind === 'term') {
      next += 1;
      return token.test;
    }
    const open = take('(');
    if (open === undefined) throw missingTerm(tokens[next - 1], token);
    depth += 1;
    if (depth > DEEPEST) throw new Refusal(`( is nested more than ${DEEPEST} deep`, open.at);
    const test = parseEither();
    if (!take(')')) throw new Refusal('( is never closed', open.at);
    depth -= 1;
    return test;
  }

  function take(kind: Token['kind']): Token | undefined {
    const token = tokens[next];
    if (token?.kind !== kind) return undefined;
    next += 1;
    return token;
  }
}

const END: ReadonlySet<Token['kind'] | undefined> = new Set([undefined, ')', 'or'] as const);

/** Where something to look for is expected and `found` stands, or nothing. */
function missingTerm(before: Token | undefined, found: Token | undefined): Refusal {
  if (before && before.kind !== '(') return new Refusal(`"${before.text}" needs something to look for after it`, before.at);
  if (before && found === undefined) return new Refusal('( is never closed', before.at);
  if (before && found?.kind === ')') return new Refusal('() holds nothing to look for', before.at);
  if (found?.kind === ')') return new Refusal(') closes nothing', found.at);
  return new Refusal(`"${found?.text}" needs something to look for before it`, found?.at ?? 0);
}
