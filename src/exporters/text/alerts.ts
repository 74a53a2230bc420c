import type { Alerts } from '../../alerts/alert.ts';
import { formatAlert, type PeopleUnits } from '../../alerts/text.ts';
import { formatLine } from './line.ts';

/** What fires now. */
export function formatAlerts({ firing }: Alerts, units: PeopleUnits): readonly string[] {
  return firing.map((alert) => formatLine(alert.severity === 'critical' ? 'CRITICAL' : 'WARNING', '', formatAlert(alert, units)));
}
