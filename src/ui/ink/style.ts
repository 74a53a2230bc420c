import { type AnsiCode, ansiCodesToString, diffAnsiCodes, reduceAnsiCodesIncremental, tokenize } from '@alcalzone/ansi-tokenize';

/** How a cell looks. One object for each look, so that looks compare by identity and remember how to get to another. */
export interface Style {
  readonly codes: AnsiCode[];
  /** The look after an SGR sequence. */
  after(sequence: string): Style;
  /** The sequences that turn this look into another one. */
  to(next: Style): string;
}

/** Texts can hold any of sixteen million colours. */
const MOST = 2000;

const styles = new Map<string, Style>();

/** The terminal's own look. */
export const PLAIN_STYLE = createStyle([]);

function styleOf(codes: AnsiCode[]): Style {
  if (codes.length === 0) return PLAIN_STYLE;
  const key = codes.map(({ code }) => code).join('');
  const known = styles.get(key);
  if (known) return known;
  // Two objects for one look only cost time.
  if (styles.size >= MOST) styles.clear();
  const style = createStyle(codes);
  styles.set(key, style);
  return style;
}

function createStyle(codes: AnsiCode[]): Style {
  const successors = new Map<string, Style>();
  const transitions = new Map<Style, string>();
  const style: Style = {
    codes,
    after(sequence) {
      const known = successors.get(sequence);
      if (known) return known;
      const added = tokenize(sequence).filter((token) => token.type === 'ansi');
      const next = styleOf(reduceAnsiCodesIncremental(codes, added));
      remember(successors, sequence, next);
      return next;
    },
    to(next) {
      if (next === style) return '';
      const known = transitions.get(next);
      if (known !== undefined) return known;
      const sequences = ansiCodesToString(diffAnsiCodes(codes, next.codes));
      remember(transitions, next, sequences);
      return sequences;
    },
  };
  return style;
}

function remember<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (map.size >= MOST) map.clear();
  map.set(key, value);
}
