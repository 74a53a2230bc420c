import type { PanelName } from '../../config/settings.ts';
import { cellWidth } from '../../units/cells.ts';
import type { Line } from '../draw/line.ts';
import type { Cell } from '../panels/panel.ts';

/** Where a value stands: a panel, the first line of the screen, or the detail of a process. */
export type Area = PanelName | 'header' | 'detail';

/** Which value it is, of those on the screen. */
export interface ValueId {
  /** As spans tell it. */
  readonly tells: string;
  readonly item?: string | undefined;
  readonly area: Area;
}

/** A value on the screen, at the first cell of its text. */
export interface ShownValue extends ValueId, Cell {
  readonly width: number;
  /** As it is written. */
  readonly text: string;
  /** Of one that is out of sight: how far to scroll for it to be seen, and in which row it stands then. */
  readonly beyond?: { readonly scroll: number; readonly y: number };
}

/** The values in these lines, in the order of reading; `areaAt` tells whose a cell is. What is blank tells nothing. */
export function findValues(lines: readonly Line[], areaAt: (cell: Cell) => Area | undefined): readonly ShownValue[] {
  return lines.flatMap((line, y) => {
    let x = 0;
    return line.flatMap(({ text, tells, item }): ShownValue[] => {
      const start = x;
      const width = cellWidth(text);
      x += width;
      const told = text.trim();
      if (tells === undefined || told === '') return [];
      const from = start + text.length - text.trimStart().length;
      const area = areaAt({ x: from, y });
      return area === undefined ? [] : [{ tells, item, area, x: from, y, width: cellWidth(told), text: told }];
    });
  });
}

export function sameValue(a: ValueId, b: ValueId): boolean {
  return a.tells === b.tells && a.item === b.item && a.area === b.area;
}

/** The one that is meant: where it is no longer shown, the one that stands nearest to its place in its panel, or else the first. */
export function meantValue(values: readonly ShownValue[], meant: ValueId & Cell): ShownValue | undefined {
  return (
    values.find((one) => sameValue(one, meant) && one.y === meant.y && one.x === meant.x) ??
    values.find((one) => sameValue(one, meant)) ??
    nearestValue(values, meant, meant.area) ??
    values[0]
  );
}

/** Of an area: in the nearest row that has any. */
export function nearestValue(values: readonly ShownValue[], cell: Cell, area: Area): ShownValue | undefined {
  const distance = (one: ShownValue) => Math.abs(one.y - cell.y) * ROW + cellsAside(one, cell);
  const [first, ...others] = values.filter((one) => one.area === area);
  return first && others.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
}

/** More columns than a screen has. */
const ROW = 10_000;

/** From a cell to a value, whatever their rows; 0 where it stands right above or below. */
export function cellsAside(value: ShownValue, { x }: Cell): number {
  return x < value.x ? value.x - x : Math.max(0, x - (value.x + value.width - 1));
}
