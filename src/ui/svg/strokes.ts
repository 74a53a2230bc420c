import { CELL, type Mark } from './mark.ts';

/** Gathers strokes: one path for each pen and colour, in which what touches is one stroke, so that no seam can show. */
export interface Strokes {
  /** @param column and `row` of the cell that the mark belongs to. */
  add(mark: Mark, column: number, row: number, color: string): void;
  encode(): readonly string[];
}

export function createStrokes(): Strokes {
  const layers = new Map<string, Layer>();
  return {
    add({ pen, x, y, along }, column, row, color) {
      const attributes = `stroke="${color}" ${pen}`;
      const layer = layers.get(attributes) ?? { paths: [], ends: new Map() };
      layers.set(attributes, layer);
      draw(layer, column * CELL.width + x, row * CELL.height + y, along);
    },
    encode: () => [...layers].map(([attributes, { paths }]) => `<path ${attributes} d="${paths.map(encodePath).join('')}"/>`),
  };
}

interface Layer {
  readonly paths: Path[];
  /** The last stroke to the right at each height. */
  readonly ends: Map<number, Path>;
}

interface Path {
  readonly x: number;
  readonly y: number;
  along: number | string;
}

function draw({ paths, ends }: Layer, x: number, y: number, along: number | string): void {
  const last = ends.get(y);
  if (typeof along === 'number' && typeof last?.along === 'number' && last.x + last.along === x) {
    last.along += along;
    return;
  }
  const path = { x, y, along };
  paths.push(path);
  if (typeof along === 'number') ends.set(y, path);
}

function encodePath({ x, y, along }: Path): string {
  return `M${x} ${y}${typeof along === 'number' ? `h${along}` : along}`;
}
