/** Takes what a terminal answers to questions (OSC 10 and up: "ESC ] 11 ; rgb:… BEL") out of what is typed. */
export interface Sieve {
  /** Sorts what Ink hands on next. An answer may come in pieces, or together with keys. */
  sift(input: string): Sifted;
}

export interface Sifted {
  /** What was typed, in its order. */
  readonly typed: readonly string[];
  /** What stands between the brackets of the answers that are complete now: "11;rgb:ffff/ffff/ffff". */
  readonly answers: readonly string[];
}

/** One for each who listens: what was held back of an answer is remembered. */
export function createSieve(): Sieve {
  /** The beginning of what may be an answer. */
  let held: readonly string[] = [];
  let escaped = false;
  return {
    sift(input) {
      // Ink hands on Esc alone when nothing follows for a while; then the answer comes without it.
      const parts = [...held, escaped && input.startsWith(`${BEGIN}1`.slice(1)) ? ESC + input : input];
      escaped = input === ESC && held.length === 0;
      held = [];
      const text = parts.join('');
      const answer = ANSWER.exec(text);
      if (answer) {
        const rest = text.slice(answer[0].length);
        return { typed: rest === '' ? [] : [rest], answers: [answer[1] ?? ''] };
      }
      if (text.startsWith(BEGIN) && BEGINNING.test(text)) {
        held = parts;
        return NOTHING;
      }
      return { typed: parts, answers: [] };
    },
  };
}

const ESC = '\u001b';
const BEGIN = `${ESC}]`;
const NOTHING: Sifted = { typed: [], answers: [] };

/** Its end is BEL or "ESC \". */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how terminals speak.
const ANSWER = /^\u001b\](1\d;[\w:;/#]{0,60})(?:\u0007|\u001b\\)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how terminals speak.
const BEGINNING = /^\u001b\](?:1(?:\d(?:;[\w:;/#]{0,60}\u001b?)?)?)?$/;
