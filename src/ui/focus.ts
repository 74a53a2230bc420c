/** What a terminal tells when it gets the focus or loses it. */
export interface FocusReport {
  readonly kind: 'focus';
  readonly focused: boolean;
}

/** Asks the terminal to report its focus (1004, xterm's ctlseqs under "FocusIn/FocusOut"); and to stop. */
export const FOCUS_ON = '\u001b[?1004h';
export const FOCUS_OFF = '\u001b[?1004l';

/** What stands behind the "ESC [" of a report: I for in, O for out. */
export const FOCUS_FINAL = '[IO]';

export function parseFocus(final: string): FocusReport {
  return { kind: 'focus', focused: final === 'I' };
}
