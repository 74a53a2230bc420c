import type { Alert, Alerts } from '../../alerts/alert.ts';
import { formatAlert } from '../../alerts/text.ts';
import { printable } from '../../units/cells.ts';
import { formatTimeOfDay } from '../../units/format.ts';
import { type Line, span, strong } from '../draw/line.ts';
import { wrapCells } from '../draw/wrap.ts';
import type { Look } from '../look.ts';

/** What fires, then what was resolved, newest first: start, what, how long, peak, in full. */
export function drawAlerts({ firing, resolved }: Alerts, width: number, look: Look): readonly Line[] {
  const { title, dim } = look.theme;
  const section = (name: string, alerts: readonly Alert[], none: string): readonly Line[] => [
    [strong(name, title)],
    ...(alerts.length > 0 ? alerts.flatMap((alert) => drawAlert(alert, width, look)) : [[span(`  ${none}`, dim)]]),
    [],
  ];
  return [...section('Firing', firing, 'nothing: all is well'), ...section('Resolved', resolved, 'nothing yet')];
}

/** "  14:03:59  critical " */
const HEAD = 21;
/** With less room beside that, the text stands below. */
const LEAST_TEXT = 24;
const INDENT = 4;

function drawAlert(alert: Alert, width: number, look: Look): readonly Line[] {
  const { text, dim, warn, critical } = look.theme;
  const severity = alert.severity.padEnd(9);
  const head: Line = [
    span(`  ${formatTimeOfDay(alert.since)}  `, dim),
    alert.severity === 'critical' ? strong(severity, critical) : span(severity, warn),
  ];
  const told = printable(formatAlert(alert, look));
  const isBeside = width >= HEAD + LEAST_TEXT;
  const indent = isBeside ? HEAD : INDENT;
  const lines = wrapCells(told, Math.max(1, width - indent)).map((line) => span(line, text));
  const blank = span(' '.repeat(indent));
  if (!isBeside) return [head, ...lines.map((line) => [blank, line])];
  return lines.map((line, i) => (i === 0 ? [...head, line] : [blank, line]));
}
