import { createExpression, Endless } from './expression.ts';
import type { Test } from './process.ts';

/** What texts are searched with; big and small letters are the same. */
export type Pattern = (text: string) => boolean;

/** The pattern of a regular expression. @throws SyntaxError where it is none, Endless or RangeError where it asks too much */
export function parsePattern(source: string): Pattern {
  const matches = createExpression(source);
  // One that is too large for the engine is refused at its first use only.
  matches('');
  return remembering((text) => {
    try {
      return matches(text);
    } catch {
      // Or even later, where it is too large for some texts: of them it can't be told that they match.
      return false;
    }
  });
}

/** What is wrong with it, as the end of a sentence: "is no regular expression: Unterminated group". */
export function reasonOf(error: unknown): string {
  if (error instanceof Endless) return ENDLESS;
  return `is no regular expression: ${(error instanceof SyntaxError && error.message.split(': ').at(-1)) || 'It is too large'}`;
}

const ENDLESS =
  'may take for ever to search for; leave out references back (\\1), looks ahead and behind ((?=a) (?<=a)) and counts above 16';

/** More than there are processes, most often. */
const MOST_ANSWERS = 10_000;

/** The same command lines are searched at every sample. */
function remembering(pattern: Pattern): Pattern {
  const answers = new Map<string, boolean>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const answer = pattern(text);
    answers.set(text, answer);
    return answer;
  };
}

/** What holds a text that stands for itself. */
export function containing(text: string): Pattern {
  const expression = new RegExp(literally(text), 'i');
  return (searched) => expression.test(searched);
}

/** What is a text, from its beginning to its end. */
export function equalTo(text: string): Pattern {
  const expression = new RegExp(`^${literally(text)}$`, 'i');
  return (searched) => expression.test(searched);
}

/** What a search without a field looks at. */
export function search(pattern: Pattern): Test {
  return ({ name, command, user }) =>
    pattern(name) || (command !== undefined && pattern(command)) || (user !== undefined && pattern(user));
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
