import type { Alert, Alerts } from '../../alerts/alert.ts';
import { formatDuration } from '../../units/format.ts';
import type { EpochMs } from '../../units/quantity.ts';
import { unitOf } from '../alerts.ts';
import { formatLine } from './line.ts';
import { type DisplayUnits, formatValue } from './value.ts';

/** What fires, and what ceased with this very sample: in a log, the end of an alert is told once. */
export function formatAlerts({ firing, resolved }: Alerts, now: EpochMs, units: DisplayUnits): readonly string[] {
  return [
    ...firing.map((alert) => formatAlert(alert.severity === 'critical' ? 'CRITICAL' : 'WARNING', alert, units)),
    ...resolved.filter((alert) => alert.ended === now).map((alert) => formatAlert('Resolved', alert, units)),
  ];
}

function formatAlert(label: string, { rule, item, value, peak, length }: Alert, units: DisplayUnits): string {
  const unit = unitOf(rule.metric);
  const place = item === undefined ? rule.metric : `${rule.metric} of ${item}`;
  const history = `for ${formatDuration(length)}, peak ${formatValue(unit, peak, units)}`;
  return formatLine(label, formatValue(unit, value, units), `${place} ${history} (${rule.text})`);
}
