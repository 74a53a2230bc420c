import type { Alerts } from '../../alerts/alert.ts';
import { formatAlert } from '../../alerts/text.ts';
import type { PeopleUnits } from '../../metrics/quantity.ts';
import { formatLine } from './line.ts';

/** What fires now. */
export function formatAlerts({ firing }: Alerts, units: PeopleUnits): readonly string[] {
  return firing.map((alert) => formatLine(alert.severity === 'critical' ? 'CRITICAL' : 'WARNING', '', formatAlert(alert, units)));
}
