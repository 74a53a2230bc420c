import { metricNames } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Frame } from '../../monitor.ts';
import type { Sample } from '../../sampling/sample.ts';
import { printable } from '../../units/cells.ts';
import { formatLoad } from '../../units/format.ts';
import { titleOf } from '../thrift.ts';
import { sayAlert } from './alert-topics.ts';
import { sayBusiest } from './reports/busiest.ts';
import { sayCount, sayDuration, sayList, sayPart, sayRate, sayShare } from './words.ts';

/** How the machine is, in one sentence, and one more for each thing that is wrong. */
export function saySummary(frame: Frame, units: PeopleUnits): readonly string[] {
  const { sample, alerts } = frame;
  const parts = [...sayLoad(sample), ...sayRoom(sample), ...sayFlow(sample, units), ...sayWho(sample)];
  return [
    printable(`${parts.length > 0 ? parts.join('; ') : 'Nothing is known'}.`),
    ...alerts.firing.slice(0, MOST_ALERTS).map((alert) => sayAlert(alert, frame, units)),
    ...(alerts.firing.length > MOST_ALERTS ? [`And ${sayCount(alerts.firing.length - MOST_ALERTS, 'more alert')}.`] : []),
  ];
}

/** The worst come first. */
const MOST_ALERTS = 4;

/** Whose numbers these are, and what isn't known here: for the beginning. */
export function sayBeginning({ sample }: Frame): string {
  const host = known(sample.host);
  const where = host ? ` on ${host.name}${host.uptime === undefined ? '' : `, up ${sayDuration(host.uptime)}`}` : '';
  const lacking = metricNames.filter((name) => name !== 'self' && sample[name].state !== 'ok').map(titleOf);
  return printable(`sysmon${where}.${lacking.length > 0 ? ` Not known here: ${sayList(lacking)}.` : ''}`);
}

function sayLoad({ cpu }: Sample): readonly string[] {
  const value = known(cpu);
  if (value?.usage === undefined) return [];
  const load = value.load ? [`load ${formatLoad(value.load.one)}`] : [];
  return [[`CPU ${sayShare(value.usage)}`, sayCount(value.cores.length, 'core'), ...load].join(', ')];
}

/** Memory, swap that is in use, and the fullest filesystem. */
function sayRoom({ memory, filesystem }: Sample): readonly string[] {
  const value = known(memory);
  const swap = value?.swap;
  const fullest = known(filesystem)
    ?.filter(({ usage }) => usage !== undefined)
    .sort((a, b) => (b.usage ?? 0) - (a.usage ?? 0))[0];
  return [
    ...(value ? [`memory ${sayPart(value.used, value.total)}, ${sayShare(value.usage)}`] : []),
    ...(swap && swap.used > 0 ? [`swap ${sayPart(swap.used, swap.total)}`] : []),
    ...(fullest?.usage === undefined ? [] : [`fullest filesystem ${fullest.mount}, ${sayShare(fullest.usage)}`]),
  ];
}

function sayFlow({ disk, network }: Sample, { networkUnit }: PeopleUnits): readonly string[] {
  const [disks, links] = [known(disk), known(network)];
  return [
    ...(disks?.readRate === undefined || disks.writeRate === undefined
      ? []
      : [`disks read ${sayRate(disks.readRate)}, write ${sayRate(disks.writeRate)}`]),
    ...(links?.receiveRate === undefined || links.sendRate === undefined
      ? []
      : [`network receives ${sayRate(links.receiveRate, networkUnit)}, sends ${sayRate(links.sendRate, networkUnit)}`]),
  ];
}

function sayWho({ process }: Sample): readonly string[] {
  const busiest = sayBusiest(known(process)?.all ?? [], 1);
  return busiest === '' ? [] : [`busiest: ${busiest}`];
}
