import { createComparison, FIELD_NAMES, type Piece, patternAt, type Term } from './comparison.ts';
import { containing, type Pattern, search } from './pattern.ts';
import { Refusal } from './problem.ts';

/** What a query is made of; a term holds what it stands for. */
export type Token = Piece & (({ readonly kind: 'term' } & Term) | { readonly kind: Kind });
type Kind = 'and' | 'or' | 'not' | '(' | ')';

/** @throws Refusal where the text holds something that can't be a part of any query. */
export function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (take(BLANKS); at < query.length; take(BLANKS)) tokens.push(token());
  return tokens;

  function token(): Token {
    const symbol = take(SYMBOL);
    if (symbol) return { ...symbol, kind: symbol.text === '!' ? 'not' : (symbol.text as Kind) };
    const quoted = takeQuoted();
    if (quoted) return searchFor(quoted, containing(quoted.text));
    const pattern = takeSlashed();
    if (pattern) return searchFor(pattern, patternAt(pattern));
    const word = take(WORD);
    take(BLANKS);
    const operator = take(OPERATOR);
    if (word === undefined) {
      throw new Refusal(`"${operator?.text}" needs a field before it: ${FIELD_NAMES.join(', ')}`, operator?.at ?? at);
    }
    if (operator) return { ...word, kind: 'term', ...createComparison(word, operator, value(operator)) };
    return keyword(word) ?? searchFor(word, containing(word.text));
  }

  function value(operator: Piece): Piece | undefined {
    take(BLANKS);
    const quoted = takeQuoted();
    if (quoted) return quoted;
    if (operator.text.endsWith('~')) return takeSlashed() ?? takePattern();
    const start = at;
    const word = take(VALUE);
    if (word === undefined || keyword(word) === undefined) return word;
    at = start;
    return undefined;
  }

  /** What the pattern matches here. */
  function take(pattern: RegExp): Piece | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(query);
    if (match === null) return undefined;
    const piece = { text: match[0], at };
    at = pattern.lastIndex;
    return piece;
  }

  function takeQuoted(): Piece | undefined {
    const quote = query[at];
    if (quote !== '"' && quote !== "'") return undefined;
    const end = query.indexOf(quote, at + 1);
    if (end < 0) throw new Refusal(`${quote} is never closed`, at);
    return between(end);
  }

  /** /…/, where the last slash ends a word: /usr/bin/node is none, but a path. */
  function takeSlashed(): Piece | undefined {
    if (query[at] !== '/') return undefined;
    SLASH_AT_END.lastIndex = at + 1;
    const end = SLASH_AT_END.exec(query)?.index;
    return end === undefined ? undefined : between(end);
  }

  /** To the next blank, or to a bracket that closes none of its own: (name~^(node|bun)$) */
  function takePattern(): Piece | undefined {
    const start = at;
    for (let open = 0; ; ) {
      if (take(PATTERN)) continue;
      if (query[at] === '(') open += 1;
      else if (query[at] === ')' && open > 0) open -= 1;
      else break;
      at += 1;
    }
    return at > start ? { text: query.slice(start, at), at: start } : undefined;
  }

  function between(end: number): Piece {
    const piece = { text: query.slice(at + 1, end), at: at + 1 };
    at = end + 1;
    return piece;
  }
}

function searchFor(piece: Piece, pattern: Pattern): Token {
  return { ...piece, kind: 'term', test: search(pattern), close: false };
}

function keyword(word: Piece): Token | undefined {
  const kind = word.text.toLowerCase();
  return kind === 'and' || kind === 'or' || kind === 'not' ? { ...word, kind } : undefined;
}

const BLANKS = /\s+/y;
const SYMBOL = /[()]|!(?![=~])/y;
const OPERATOR = /!=|!~|<=|>=|==?|<|>|~/y;
const WORD = /(?:[^\s()=<>~!]|!(?![=~]))+/y;
const VALUE = /[^\s()]+/y;
/** A slash without an odd number of backslashes before it, and with the end of a word behind. */
const SLASH_AT_END = /(?<=(?<!\\)(?:\\\\)*)\/(?=[\s)]|$)/g;
/** What can't end a regular expression: escaped characters, classes, and all but blanks and round brackets. */
const PATTERN = /(?:\\\S|\[(?:\\.|[^\]\\\s])*\]|[^\s()])+?/y;
