import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line, Span } from '../../../src/ui/draw/line.ts';
import { encodeSvg } from '../../../src/ui/svg/svg.ts';
import { cellWidth } from '../../../src/units/cells.ts';
import { parseXml, readPicture, rowsOf, type Seen } from '../../harness/svg.ts';

const GROUND = { foreground: '#cccccc', background: '#111111' };
const WORDS = { title: 'a title', description: 'what it shows' };

function draw(lines: readonly Line[], width = 20, height = lines.length): string {
  return encodeSvg(lines, { ...GROUND, ...WORDS, width, height });
}

const SHAPES = '─│┌┐└┘├┤┬┴┼╴╵╶╷╭╮╰╯■▁▂▃▄▅▆▇█░▒▓⠁⠈⡇⢸⣿⣤⠶';
const glyph = fc.constantFrom(...SHAPES, ...'abcXYZ019 <>&"\'%/.:é²µ°', '…', '↓', '日', '本', '👍', 'e\u0301');
const span: fc.Arbitrary<Span> = fc.record(
  {
    text: fc.array(glyph, { maxLength: 12 }).map((glyphs) => glyphs.join('')),
    color: fc.constantFrom(undefined, '#ff0000', '#00ff00'),
    bold: fc.boolean(),
  },
  { requiredKeys: ['text'] },
);
const picture = fc.array(fc.array(span, { maxLength: 6 }), { minLength: 1, maxLength: 8 });

describe('a picture', () => {
  it('has each cell of the lines where a terminal has it, in its colour and weight', () => {
    fc.assert(
      fc.property(picture, (lines) => {
        const width = 200;
        expect(Object.fromEntries(readPicture(draw(lines, width)))).toEqual(Object.fromEntries(expected(lines)));
      }),
      { numRuns: 300 },
    );
  });

  it('is well-formed XML, whatever a text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, title) => {
        const svg = encodeSvg([[{ text }]], { ...GROUND, title, description: text, width: 40, height: 1 });
        expect(parseXml(svg)[0]).toMatchObject({ name: 'svg', attributes: { xmlns: 'http://www.w3.org/2000/svg', role: 'img' } });
      }),
    );
  });

  it('is named and described for those who do not see it', () => {
    const elements = parseXml(encodeSvg([], { ...GROUND, title: 'Me & you', description: 'cpu < 5 %', width: 1, height: 1 }));
    const [svg, title, description] = elements;
    expect(svg?.attributes['aria-labelledby']).toBe('title description');
    expect(title).toEqual({ name: 'title', attributes: { id: 'title' }, text: 'Me & you' });
    expect(description).toEqual({ name: 'desc', attributes: { id: 'description' }, text: 'cpu < 5 %' });
  });

  it('needs nothing from elsewhere and runs nothing', () => {
    const svg = draw([[{ text: 'x ─ ⣿ █' }]]);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/http|href|url\(|@import|<script|<style|<image/);
  });

  it('cuts what is wider or higher than it shall be', () => {
    expect(rowsOf(draw([[{ text: 'abcdef' }], [{ text: 'g' }], [{ text: 'h' }]], 4, 2))).toEqual(['abc…', 'g']);
  });

  it('draws a border without a seam: what stands in a row is one stroke', () => {
    const svg = draw([[{ text: '╭──' }, { text: '────' }, { text: '─╮' }]]);
    expect(svg).toContain('M8 8.5h56');
  });

  it('draws the dots of neighbouring cells as one stroke, and begins another one behind a gap', () => {
    expect(pathsOf(draw([[{ text: '⣀⣀ ⣀' }]]))).toEqual(['M0 14h16M24 14h8']);
  });

  it('exchanges the colours of inverse text, and fills behind it', () => {
    const svg = draw([
      [
        { text: 'ab', color: '#ff0000', inverse: true },
        { text: ' c', background: '#0000ff' },
      ],
    ]);
    expect(svg).toContain('<path stroke="#ff0000" stroke-width="16" d="M0 8h16"/>');
    expect(svg).toContain('<path stroke="#0000ff" stroke-width="16" d="M16 8h16"/>');
    expect(readPicture(svg).get('0,0')?.color).toBe(GROUND.background);
    expect(readPicture(svg).get('3,0')?.color).toBe(GROUND.foreground);
  });

  it.each(['red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'gray', 'white', 'black'])(
    'gives the colour %s a hex value',
    (color) => {
      expect(readPicture(draw([[{ text: 'x', color }]])).get('0,0')?.color).toMatch(/^#[0-9a-f]{6}$/);
    },
  );

  it.each([
    [16, '#000000'],
    [196, '#ff0000'],
    [110, '#87afd7'],
    [231, '#ffffff'],
    [232, '#080808'],
    [255, '#eeeeee'],
  ])('gives the indexed colour %i the value that every terminal gives it', (index, hex) => {
    expect(readPicture(draw([[{ text: 'x', color: `ansi256(${index})` }]])).get('0,0')?.color).toBe(hex);
  });

  it('stretches a text to the cells it takes, so that no font can move what follows', () => {
    const texts = parseXml(draw([[{ text: '日本 four words in one' }]], 30)).filter(({ name }) => name === 'text');
    expect(texts.map(({ attributes, text }) => [text, attributes.x, attributes.textLength])).toEqual([
      ['日', '0', '16'],
      ['本', '16', '16'],
      ['four words in one', '40', '136'],
    ]);
  });
});

function pathsOf(svg: string): readonly (string | undefined)[] {
  return parseXml(svg).flatMap(({ name, attributes }) => (name === 'path' ? [attributes.d] : []));
}

/** What a terminal would have in its cells, by the lines alone. */
function expected(lines: readonly Line[]): ReadonlyMap<string, Seen> {
  const cells = new Map<string, Seen>();
  lines.forEach((line, row) => {
    let column = 0;
    for (const { text, color = GROUND.foreground, bold = false } of line) {
      for (const { segment } of new Intl.Segmenter().segment(text)) {
        if (segment !== ' ') cells.set(`${column},${row}`, { glyph: segment, color, bold: bold && !SHAPES.includes(segment) });
        column += cellWidth(segment);
      }
    }
  });
  return cells;
}
