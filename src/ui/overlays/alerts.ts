import type { Alert, Alerts } from '../../alerts/alert.ts';
import { formatAlert } from '../../alerts/text.ts';
import { printable } from '../../units/cells.ts';
import { formatTimeOfDay } from '../../units/format.ts';
import { type Line, span, strong } from '../draw/line.ts';
import type { Look } from '../look.ts';

/** What fires, then what was resolved, newest first: start, what, how long, peak. */
export function drawAlerts({ firing, resolved }: Alerts, look: Look): readonly Line[] {
  const { title, dim } = look.theme;
  const section = (name: string, alerts: readonly Alert[], none: string): Line[] => [
    [{ text: name, color: title, bold: true }],
    ...(alerts.length > 0 ? alerts.map((alert) => drawAlert(alert, look)) : [[span(`  ${none}`, dim)]]),
    [],
  ];
  return [...section('Firing', firing, 'nothing: all is well'), ...section('Resolved', resolved, 'nothing yet')];
}

function drawAlert(alert: Alert, look: Look): Line {
  const { text, dim, warn, critical } = look.theme;
  const severity = alert.severity.padEnd(9);
  return [
    span(`  ${formatTimeOfDay(alert.since)}  `, dim),
    alert.severity === 'critical' ? strong(severity, critical) : span(severity, warn),
    span(printable(formatAlert(alert)), text),
  ];
}
