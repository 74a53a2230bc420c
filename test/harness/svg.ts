import { cellWidth } from '../../src/units/cells.ts';

/** An element of XML that has no elements within it, or that opens and closes around some. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands in it, without its elements. */
  readonly text: string;
}

/** What stands in a cell of a picture. */
export interface Seen {
  readonly glyph: string;
  readonly color: string;
  readonly bold: boolean;
}

/**
 * The elements in the order in which they begin.
 * @throws where it is not well-formed XML.
 */
export function parseXml(text: string): readonly Element[] {
  const elements: (Element & { text: string })[] = [];
  const open: (Element & { text: string })[] = [];
  for (const [token] of text.trim().matchAll(/<[^>]*>|[^<]+|</g)) {
    const [, closing, name = '', attributes = '', single] = TAG.exec(token) ?? [];
    if (!token.startsWith('<')) {
      const parent = open.at(-1);
      if (parent) parent.text += readEntities(token);
      else throw new Error(`text outside of elements: ${token}`);
    } else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`${token} closes nothing`);
    } else if (name) {
      if (open.length === 0 && elements.length > 0) throw new Error(`${token} is a second root`);
      const element = { name, attributes: parseAttributes(attributes), text: '' };
      elements.push(element);
      if (!single) open.push(element);
    } else throw new Error(`no tag: ${token}`);
  }
  if (open.length > 0) throw new Error(`${open.at(-1)?.name} is never closed`);
  return elements;
}

const TAG = /^<(\/)?([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/)?>$/i;

function parseAttributes(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, readEntities(value)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`twice the same attribute in ${text}`);
  return Object.fromEntries(pairs);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function readEntities(text: string): string {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) throw new Error(`no characters of XML: ${text}`);
  return text.replace(/&(\w*;?)/g, (entity, name: string) => {
    const character = name.endsWith(';') ? ENTITIES[name.slice(0, -1)] : undefined;
    if (character === undefined) throw new Error(`no entity: ${entity}`);
    return character;
  });
}

/** Where each sign of a picture stands, by "column,row"; worked out from its shapes and the places of its texts. */
export function readPicture(svg: string): ReadonlyMap<string, Seen> {
  const elements = parseXml(svg);
  const seen = new Map<string, Seen>();
  const foreground = elements.find(({ attributes }) => 'font-size' in attributes)?.attributes.fill ?? '';
  // The first group are the backgrounds.
  let groups = 0;
  for (const { name, attributes, text } of elements) {
    if (name === 'g') groups += 1;
    if (name === 'text') placeText(seen, attributes, text, foreground);
    if (name === 'path' && groups > 1) placeShapes(seen, attributes);
  }
  return seen;
}

/** The picture as lines of text, like a terminal's rows: without the blanks at their ends. */
export function rowsOf(svg: string): readonly string[] {
  const seen = readPicture(svg);
  const { width = '', height = '' } = parseXml(svg)[0]?.attributes ?? {};
  return Array.from({ length: (Number(height) - 16) / 16 }, (_, row) => {
    let line = '';
    for (let column = 0; column < (Number(width) - 16) / 8; column++) {
      const glyph = seen.get(`${column},${row}`)?.glyph ?? ' ';
      line += glyph;
      column += cellWidth(glyph) - 1;
    }
    return line.trimEnd();
  });
}

const graphemes = new Intl.Segmenter();

function placeText(seen: Map<string, Seen>, attributes: Element['attributes'], text: string, foreground: string): void {
  const { x, y, fill = foreground, textLength } = attributes;
  let column = Number(x) / 8;
  const end = column + (textLength === undefined ? 1 : Number(textLength) / 8);
  for (const { segment } of graphemes.segment(text.replace(/ +/g, ' '))) {
    if (segment !== ' ') {
      put(seen, column, (Number(y) - 12) / 16, { glyph: segment, color: fill, bold: attributes['font-weight'] === 'bold' });
    }
    column += cellWidth(segment);
  }
  if (column !== end) throw new Error(`"${text}" ends in column ${column}, but is stretched to ${end}`);
}

function put(seen: Map<string, Seen>, column: number, row: number, sign: Seen): void {
  const key = `${column},${row}`;
  if (!Number.isInteger(column) || !Number.isInteger(row) || seen.has(key)) throw new Error(`${sign.glyph} at ${key}`);
  seen.set(key, sign);
}

type Sides = Map<string, Set<string>>;

function placeShapes(seen: Map<string, Seen>, attributes: Element['attributes']): void {
  const { stroke: color = '', d = '' } = attributes;
  const width = Number(attributes['stroke-width']);
  const dots = new Map<string, number>();
  const sides: Sides = new Map();
  for (const [, left, top, rest = ''] of d.matchAll(/M([\d.]+) ([\d.]+)([^M]+)/g)) {
    const [x, y] = [Number(left), Number(top)];
    const along = /^h([\d.]+)$/.exec(rest)?.[1];
    if (attributes['stroke-linecap'] === 'round') addDots(dots, x, y, Number(along));
    else if (width === 1 && (along === undefined || y % 16 === 8.5)) addLine(sides, x, y, rest);
    else if (rest === 'v16') putAt(seen, `${Math.floor(x / 8)},${y / 16}`, '┃', color);
    else {
      const row = Math.floor(y / 16);
      const glyph = attributes['stroke-dasharray'] ? '■' : barGlyph(width, y - row * 16, attributes['stroke-opacity']);
      for (let at = x; at < x + Number(along); at += 8) put(seen, at / 8, row, { glyph, color, bold: false });
    }
  }
  for (const [key, bits] of dots) putAt(seen, key, String.fromCodePoint(0x2800 + bits), color);
  for (const [key, reached] of sides) putAt(seen, key, LINES[[...reached].sort().join(' ')] ?? `?${[...reached]}`, color);
}

function putAt(seen: Map<string, Seen>, key: string, glyph: string, color: string): void {
  const [column = 0, row = 0] = key.split(',').map(Number);
  put(seen, column, row, { glyph, color, bold: false });
}

/** Weights of the dots of a braille cell, rows from the top. */
const DOTS = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

function addDots(dots: Map<string, number>, x: number, y: number, length: number): void {
  for (let at = x + 2; at < x + length; at += 4) {
    const key = `${Math.floor(at / 8)},${Math.floor(y / 16)}`;
    const index = 2 * (((y % 16) - 2) / 4) + ((at % 8) - 2) / 4;
    dots.set(key, (dots.get(key) ?? 0) + (DOTS[index] ?? Number.NaN));
  }
}

/** By the sides that are reached, sorted; ○ where around a corner. */
const LINES: Readonly<Record<string, string>> = {
  'left right': '─',
  'down up': '│',
  'down right': '┌',
  'down left': '┐',
  'right up': '└',
  'left up': '┘',
  'down right up': '├',
  'down left up': '┤',
  'down left right': '┬',
  'left right up': '┴',
  'down left right up': '┼',
  left: '╴',
  up: '╵',
  right: '╶',
  down: '╷',
  'down right ○': '╭',
  'down left ○': '╮',
  'right up ○': '╰',
  'left up ○': '╯',
};

function addLine(sides: Sides, x: number, y: number, rest: string): void {
  const reach = (column: number, row: number, ...names: readonly string[]) => {
    const key = `${column},${row}`;
    sides.set(key, new Set([...(sides.get(key) ?? []), ...names]));
  };
  const [column, row] = [Math.floor(x / 8), Math.floor(y / 16)];
  const [, direction, length] = /^([hv])([\d.]+)$/.exec(rest) ?? [];
  if (direction === 'h') {
    const end = x + Number(length);
    for (let at = column; at * 8 < end; at++) {
      if (x <= at * 8) reach(at, row, 'left');
      if (end >= at * 8 + 8) reach(at, row, 'right');
    }
  } else if (direction === 'v') {
    if (y % 16 === 0) reach(column, row, 'up');
    if ((y + Number(length)) % 16 === 0) reach(column, row, 'down');
  } else {
    const [, up = '', right = '', down = '', tail] = /^v(-?\d+)a3\.5 3\.5 0 0 [01] ?(-?3\.5) ?(-?3\.5)(h-1)?$/.exec(rest) ?? [];
    const end = { x: x + Number(right) - (tail ? 1 : 0), y: y + Number(up) + Number(down) };
    if (end.x % 8 !== 0 || end.y % 16 !== 8.5) throw new Error(`the arc ${rest} ends nowhere`);
    const below = y > end.y;
    reach(column, below ? row - 1 : row, '○', below ? 'down' : 'up', end.x > x ? 'right' : 'left');
  }
}

/** A bar as wide as its cell. */
function barGlyph(height: number, middle: number, opacity: string | undefined): string {
  if (opacity !== undefined) return { '0.25': '░', '0.5': '▒', '0.75': '▓' }[opacity] ?? '?';
  return 16 - middle === height / 2 ? ('▁▂▃▄▅▆▇█'[height / 2 - 1] ?? '?') : '?';
}
