import type { Test } from './process.ts';

/** What texts are searched with; big and small letters are the same. */
export type Pattern = (text: string) => boolean;

/** The pattern of a regular expression. @throws SyntaxError where it is none, RangeError where it is too large */
export function parsePattern(source: string): Pattern {
  const expression = new RegExp(source, 'i');
  // One that is too large for the engine is refused at its first use only.
  expression.test('');
  return (text) => {
    try {
      return expression.test(text);
    } catch {
      // Or even later, where it is too large for some texts: of them it can't be told that they match.
      return false;
    }
  };
}

/** What the engine says is wrong with it: "Unterminated group". */
export function reasonOf(error: unknown): string {
  return (error instanceof SyntaxError && error.message.split(': ').at(-1)) || 'It is too large';
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
