import type { PanelName } from '../../../config/settings.ts';
import { lackOf, type Outcome } from '../../../metrics/outcome.ts';
import type { PeopleUnits } from '../../../metrics/quantity.ts';
import type { Sample } from '../../../sampling/sample.ts';
import { printable } from '../../../units/cells.ts';
import { sayBattery } from '../limit-topics.ts';
import { sayCount } from '../words.ts';
import { sayBusiest, sayLargest } from './busiest.ts';
import { sayCpu, sayMemory, sayPressure } from './load.ts';
import { sayNetwork } from './network.ts';
import { saySensors } from './sensors.ts';
import { sayDisks, sayFilesystems } from './storage.ts';

/** What a panel shows, in a few sentences. */
export function sayPanel(panel: PanelName, sample: Sample, units: PeopleUnits): string {
  return printable(REPORTS[panel](sample, units).join(' '));
}

const REPORTS: Readonly<Record<PanelName, (sample: Sample, units: PeopleUnits) => readonly string[]>> = {
  cpu: ({ cpu }) => sayOutcome('CPU', cpu, sayCpu),
  memory: ({ memory }) => sayOutcome('Memory', memory, sayMemory),
  disks: ({ filesystem, disk }) => [
    ...sayOutcome('Filesystems', filesystem, sayFilesystems),
    ...sayOutcome('Disks', disk, sayDisks),
  ],
  network: ({ network }, units) => sayOutcome('Network', network, (value) => sayNetwork(value, units)),
  sensors: ({ pressure, sensors, battery }, units) => [
    ...sayOutcome('Pressure', pressure, sayPressure),
    ...sayOutcome('Sensors', sensors, (value) => saySensors(value, units)),
    ...sayOutcome('Battery', battery, (all) => all.map((one) => `Battery ${sayBattery(one)}.`)),
  ],
  processes: ({ process }) =>
    sayOutcome('Processes', process, ({ count, all }) => [
      `${sayCount(count, 'process', 'processes')}.`,
      ...sayBest('Busiest', sayBusiest(all, MOST)),
      ...sayBest('Largest', sayLargest(all, MOST)),
    ]),
};

/** So many processes are told by each. */
const MOST = 5;

function sayBest(label: string, said: string): readonly string[] {
  return said === '' ? [] : [`${label}: ${said}.`];
}

/** The sentences of a metric; where it has no value, one that says why and what would help. */
function sayOutcome<T>(label: string, outcome: Outcome<T>, say: (value: T) => readonly string[]): readonly string[] {
  if (outcome.state !== 'ok') return [`${label}: ${lackOf(outcome)}.`];
  const said = say(outcome.value);
  return said.length > 0 ? said : [`${label}: nothing.`];
}
