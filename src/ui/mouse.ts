import { FOCUS_FINAL, type FocusReport, parseFocus } from './focus.ts';

/** What the mouse did, and at which cell: counted from 0, from the upper left corner. */
export type MouseReport = { readonly x: number; readonly y: number } & (
  | { readonly kind: 'press' | 'release'; readonly button: Button }
  /** Down is 1: towards the end. */
  | { readonly kind: 'wheel'; readonly by: 1 | -1 }
);

export type Button = 'left' | 'middle' | 'right';

/** Asks the terminal to report buttons and wheel (1000), in the form that knows no last column (1006); and to stop. */
export const REPORTING_ON = '\u001b[?1000h\u001b[?1006h';
export const REPORTING_OFF = '\u001b[?1006l\u001b[?1000l';

/** Text as it came, and what was reported between. */
export type Piece = string | MouseReport | FocusReport;

/**
 * Takes reports out of what the terminal sends, in whatever chunks that comes. What may become a report is kept until that is
 * told; but ESC and ESC [ may be keys as well, and pass. If those turn out to begin a report, the rest of it passes behind
 * them, so that who has its beginning knows it for a sequence that is no key.
 */
export function createReportSplitter(): (chunk: string) => readonly Piece[] {
  /** The beginning of a report, of which so many characters have passed. */
  let kept = '';
  let passed = 0;
  return (chunk) => {
    const text = kept + chunk;
    const pieces: Piece[] = [];
    let at = passed;
    for (const match of text.matchAll(REPORT)) {
      const end = match.index + match[0].length;
      // After ESC alone the whole, which ends in a sequence that is no key even where ESC has been taken for one by then.
      if (match.index < at) pieces.push(passed === 1 ? match[0] : match[0].slice(passed));
      else if (match.index > at) pieces.push(text.slice(at, match.index));
      const focus = match[6];
      const report = focus === undefined ? parseReport(match[0]) : parseFocus(focus);
      if (report) pieces.push(report);
      at = end;
    }
    const { index = text.length, 0: beginning = '' } = (passed > 0 ? SGR_BEGINNING : BEGINNING).exec(text) ?? {};
    const isKey = beginning === ESC || beginning === `${ESC}[`;
    const end = isKey ? text.length : Math.max(at, index);
    if (end > at) pieces.push(text.slice(at, end));
    kept = beginning;
    passed = isKey ? beginning.length : Math.max(0, at - index);
    return pieces;
  };
}

/** Of one sequence, as xterm's ctlseqs has them under "Mouse Tracking"; undefined where it tells of neither button nor wheel. */
export function parseReport(sequence: string): MouseReport | undefined {
  const [, sgrCode, sgrX, sgrY, final, plain] = WHOLE.exec(sequence) ?? [];
  if (plain !== undefined) {
    const [code = 0, x = 0, y = 0] = [...plain].map((character) => character.charCodeAt(0) - 32);
    // Without 1006 it isn't told which button was released.
    return reportOf(code & ~3, x, y, (code & 3) === 3 && code < WHEEL ? 'release' : 'press', code & 3);
  }
  if (sgrCode === undefined) return undefined;
  const code = Number(sgrCode);
  return reportOf(code & ~3, Number(sgrX), Number(sgrY), final === 'm' ? 'release' : 'press', code & 3);
}

function reportOf(flags: number, x: number, y: number, kind: 'press' | 'release', number: number): MouseReport | undefined {
  if (flags & (MOTION | FURTHER)) return undefined;
  const at = { x: x - 1, y: y - 1 };
  if (flags & WHEEL) return number < 2 && kind === 'press' ? { ...at, kind: 'wheel', by: number === 0 ? -1 : 1 } : undefined;
  return { ...at, kind, button: BUTTONS[number] ?? 'left' };
}

const BUTTONS: readonly (Button | undefined)[] = ['left', 'middle', 'right'];
const MOTION = 32;
const WHEEL = 64;
/** Buttons beyond the usual: back, forward. */
const FURTHER = 128;

/** With 1006: code, column, row, M or m. Without, where a terminal doesn't know that: three characters, 32 added to each. */
const ESC = '\u001b';
const SEQUENCE = `${ESC}\\[(?:<(\\d+);(\\d+);(\\d+)([Mm])|M([^]{3})|(${FOCUS_FINAL}))`;
const REPORT = new RegExp(SEQUENCE, 'g');
const WHOLE = new RegExp(`^${SEQUENCE}$`);
/** Where ESC and ESC [ have passed, they may have been keys: no M that follows may swallow the next three. */
const SGR_BEGINNING = new RegExp(`${ESC}(?:\\[(?:<[\\d;]*)?)?$`);
const BEGINNING = new RegExp(`${ESC}(?:\\[(?:<[\\d;]*|M[^]{0,2})?)?$`);
