import type { Test } from './process.ts';

/** A regular expression as people mean it in a search: big and small letters are the same. @throws SyntaxError */
export function parsePattern(source: string): RegExp {
  const pattern = new RegExp(source, 'i');
  // One that is too large is compiled, and refused, at its first use only.
  pattern.test('');
  return pattern;
}

/** What the engine says is wrong: "Unterminated group". */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split(': ').at(-1) ?? error.message) : String(error);
}

/** The pattern of a text that stands for itself. */
export function literally(text: string): RegExp {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i');
}

/** What a search without a field looks at. */
export function search(pattern: RegExp): Test {
  return ({ name, command, user }) =>
    pattern.test(name) || (command !== undefined && pattern.test(command)) || (user !== undefined && pattern.test(user));
}
