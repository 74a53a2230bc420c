import type { Alert } from '../alerts/alert.ts';
import { formatAlert } from '../alerts/text.ts';
import { printable } from '../units/cells.ts';
import { fitLine, type Line, lineWidth } from './draw/line.ts';
import type { Look } from './look.ts';

/** At most this many alerts are spelled out. */
const MOST = 3;

/** How many lines the banner takes of a screen so high. */
export function bannerRows(firing: readonly Alert[], height: number): number {
  return Math.min(firing.length, MOST, Math.floor(height / 6));
}

/** A line for each alert that fires, worst first; nothing when all is well. `listKey` lists those that have no line. */
export function drawBanner(firing: readonly Alert[], width: number, rows: number, look: Look, listKey?: string): readonly Line[] {
  const shown = firing.slice(0, Math.min(MOST, rows));
  const rest = firing.length - shown.length;
  const others = `  and ${rest} more${listKey === undefined ? '' : ` (${listKey})`}`;
  return shown.map((alert, i) => {
    const isCritical = alert.severity === 'critical';
    const color = isCritical ? look.theme.critical : look.theme.warn;
    const mark = isCritical ? ' CRITICAL ' : ' WARNING ';
    // Where colours tell nothing apart, the weight does.
    const isHeavy = isCritical && !look.colored;
    const more = rest > 0 && i === shown.length - 1 ? others : '';
    const told: Line = [
      { text: mark, color, inverse: isCritical || look.colored, bold: true },
      { text: ` ${printable(formatAlert(alert, look))}`, color, bold: isHeavy },
    ];
    // A long text is cut before how many others there are.
    const room = Math.min(lineWidth(told), width - more.length);
    return fitLine([...fitLine(told, room), { text: more, color, bold: isHeavy }], width);
  });
}
