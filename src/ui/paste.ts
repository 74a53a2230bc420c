/** What was pasted, as it came; of a very long one the beginning. */
export interface Paste {
  readonly pasted: string;
}

/** Nobody pastes more into a line of text. */
const MOST = 4096;

/** A terminal in mode 2004 puts these around what is pasted. */
const ESC = '\u001b';
const BEGIN = `${ESC}[200~`;
const END = `${ESC}[201~`;

/** Alone, it is typed and not pasted: the way out where the end of a paste was lost. */
const CTRL_C = '\u0003';

/** A sequence that is no key, whether or not what stands before it has been taken for one. */
const NO_KEY = `${ESC}[900~`;

/**
 * Takes what is pasted out of what the terminal sends, in whatever chunks that comes: not a character of it passes. What may become
 * the beginning of a paste is kept until that is told; but ESC and ESC [ may be keys as well, and pass. If a paste turns out to have
 * begun with them, a sequence follows that makes them no key.
 */
export function createPasteSplitter(): (chunk: string) => readonly (string | Paste)[] {
  /** The beginning of a paste's beginning, of which so many characters have passed. */
  let kept = '';
  let passed = 0;
  /** Present within a paste; `tail` may be the beginning of its end. */
  let inside: { readonly text: string; readonly tail: string } | undefined;

  return (chunk) => {
    if (inside && chunk === CTRL_C) inside = undefined;
    const pieces: (string | Paste)[] = [];
    let rest = chunk;
    while (rest !== '') rest = inside ? readInside(inside, rest, pieces) : readOutside(rest, pieces);
    return pieces;
  };

  /** Returns what stands behind the paste's end. */
  function readInside({ text, tail }: NonNullable<typeof inside>, chunk: string, pieces: (string | Paste)[]): string {
    const come = tail + chunk;
    const end = come.indexOf(END);
    const length = end < 0 ? come.length - beginningOf(END, come).length : end;
    const whole = (text + come.slice(0, length)).slice(0, MOST);
    if (end < 0) {
      inside = { text: whole, tail: come.slice(length) };
      return '';
    }
    inside = undefined;
    pieces.push({ pasted: whole });
    return come.slice(end + END.length);
  }

  /** Returns what stands behind a paste's beginning. */
  function readOutside(chunk: string, pieces: (string | Paste)[]): string {
    const come = kept + chunk;
    const begin = come.indexOf(BEGIN);
    if (begin >= 0) {
      if (begin < passed) pieces.push(NO_KEY);
      else if (begin > passed) pieces.push(come.slice(passed, begin));
      [kept, passed, inside] = ['', 0, { text: '', tail: '' }];
      return come.slice(begin + BEGIN.length);
    }
    const beginning = beginningOf(BEGIN, come);
    const isKey = beginning === ESC || beginning === `${ESC}[`;
    const end = isKey ? come.length : come.length - beginning.length;
    if (end > passed) pieces.push(come.slice(passed, end));
    [kept, passed] = [beginning, isKey ? beginning.length : Math.max(0, passed - end)];
    return '';
  }
}

/** The longest end of a text with which a marker may begin. */
function beginningOf(marker: string, text: string): string {
  for (let length = Math.min(marker.length - 1, text.length); length > 0; length -= 1) {
    if (text.endsWith(marker.slice(0, length))) return marker.slice(0, length);
  }
  return '';
}

/** What was pasted as it goes into a line of text: breaks and tabs are blanks, other control characters are left out. */
export function lineOf(pasted: string): string {
  return pasted
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
}
