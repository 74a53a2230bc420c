import { known } from '../../metrics/outcome.ts';
import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Sample } from '../../sampling/sample.ts';
import { printable, truncateCells } from '../../units/cells.ts';
import { formatDateTime, formatDuration } from '../../units/format.ts';
import type { Observed } from '../document.ts';
import { formatAlerts } from './alerts.ts';
import { LINE_WIDTH } from './line.ts';
import { formatCpu, formatMemory, formatPressure } from './load.ts';
import { formatNetwork } from './network.ts';
import { formatProcesses } from './processes.ts';
import { formatBatteries, formatTemperatures } from './sensors.ts';
import { formatDisks, formatFilesystems } from './storage.ts';

/** The text summary: a block a sample, with the time first and an empty line behind. */
export function encodeText({ sample, alerts }: Observed, units: PeopleUnits = {}): string {
  const lines = [
    formatMoment(sample),
    ...formatCpu(sample),
    ...formatMemory(sample),
    ...formatPressure(sample),
    ...formatFilesystems(sample),
    ...formatDisks(sample),
    ...formatNetwork(sample, units),
    ...formatProcesses(sample),
    ...formatTemperatures(sample, units),
    ...formatBatteries(sample),
    ...formatAlerts(alerts, units),
  ];
  return `${lines.join('\n')}\n\n`;
}

function formatMoment({ moment, host }: Sample): string {
  const facts = known(host);
  const parts = [
    formatDateTime(moment.time),
    ...(facts ? [printable(facts.name)] : []),
    ...(facts?.uptime === undefined ? [] : [`up ${formatDuration(facts.uptime)}`]),
    ...(moment.elapsed === undefined ? [] : [`over ${formatDuration(moment.elapsed)}`]),
    ...(moment.gap === undefined ? [] : [`after a gap of ${formatDuration(moment.gap)}`]),
  ];
  return truncateCells(parts.join('  '), LINE_WIDTH);
}
