import { type Scene, shownValues } from '../composition.ts';
import { isBorder } from '../framed.ts';
import type { Spot } from '../hit-test.ts';
import type { Look } from '../look.ts';
import type { Cell } from '../panels/panel.ts';
import { areasOf } from './areas.ts';
import { explanationOf, type Placed } from './explain.ts';
import { meantValue, nearestValue, type ShownValue } from './shown.ts';

/**
 * What stands at a cell while a value is explained: what is said of it, which the wheel moves; a value, to be explained by a
 * click; or what stands there always. A click that would do no more than choose a panel means the value next to it.
 */
export function hitExplaining(scene: Scene, cell: Cell, otherwise: Spot, look: Look): Spot {
  const values = shownValues(scene, look);
  const placed = placedAmong(values, scene, look);
  if (placed === undefined) return otherwise;
  const { top, lines } = placed;
  const inside = { x: cell.x, y: cell.y - top };
  if (inside.y >= 0 && inside.y < lines.length) {
    const click: Spot['click'] = isBorder(inside, { width: scene.width, height: lines.length }) ? [{ type: 'back' }] : [];
    return { click, wheel: 'explanation' };
  }
  const { click = [] } = otherwise;
  const hit = values.find(({ x, y, width }) => cell.y === y && cell.x >= x && cell.x < x + width);
  const area = areasOf(scene, look)(cell);
  const idle = click.every(({ type }) => type === 'focusPanel' || type === 'zoom');
  const value = hit ?? (area && idle ? nearestValue(values, cell, area) : undefined);
  return value ? { ...otherwise, click: [{ type: 'explainAt', value }] } : otherwise;
}

/** The last line to which what is said can be scrolled. */
export function explanationEnd(scene: Scene, look: Look): number {
  return placedAmong(shownValues(scene, look), scene, look)?.end ?? 0;
}

function placedAmong(values: readonly ShownValue[], scene: Scene, look: Look): Placed | undefined {
  const { explained } = scene.state;
  const now = explained && meantValue(values, explained);
  return now && explanationOf(now, scene, look);
}
