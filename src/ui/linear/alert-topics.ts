import type { Alert, Culprit } from '../../alerts/alert.ts';
import { formatSubject, formatThreshold, formatWatched } from '../../alerts/text.ts';
import { known } from '../../metrics/outcome.ts';
import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Frame } from '../../monitor.ts';
import { printable } from '../../units/cells.ts';
import type { Facts, Level, Topic, TopicsOf } from './topic.ts';
import { briefly, capital, sayBytes, sayDuration, sayShare } from './words.ts';

/** What fires, and what fired when it was told last. */
export const alertTopics: TopicsOf = (frame, told, units) => {
  const firing = new Map(frame.alerts.firing.map((alert) => [keyOf(alert), alert]));
  const over = [...told].flatMap(([key, facts]) => (isAlert(key) && facts.level !== CALM.level && !firing.has(key) ? [key] : []));
  return [
    ...[...firing].map(([key, alert]) => firingTopic(key, alert, frame, units)),
    ...over.map((key) => overTopic(key, frame, units)),
  ];
};

const CALM: Facts = { level: 'well' };

function keyOf({ rule: { metric, comparison }, item }: Alert): string {
  return `alert ${metric}${comparison}${item === undefined ? '' : `[${item}]`}`;
}

function isAlert(key: string): boolean {
  return key.startsWith('alert ');
}

function firingTopic(key: string, alert: Alert, frame: Frame, units: PeopleUnits): Topic {
  const level: Level = alert.severity === 'critical' ? 2 : 1;
  return {
    key,
    facts: { level: alert.severity },
    level,
    tell: (told) => sayFiring(alert, told !== undefined && told.level !== CALM.level, frame, units),
  };
}

/** "Warning: memory crossed 85%, now 86%: node (4211) 3.1 GiB." Of one that has been told and has become worse: "Critical: memory 97%: …". */
function sayFiring(alert: Alert, isWorse: boolean, frame: Frame, units: PeopleUnits): string {
  const { rule, item, value, culprit, severity } = alert;
  const crossed = `${rule.comparison === '>' ? 'crossed' : 'fell below'} ${formatThreshold(rule, units)}`;
  const amount = say(alert, value, units);
  const what = isWorse ? formatSubject(rule, item, amount) : `${formatSubject(rule, item, crossed)}, now ${amount}`;
  const blamed = culprit ? `: ${sayCulprit(culprit, rule.metric, frame)}` : '';
  return `${capital(severity)}: ${printable(`${what}${blamed}`)}.`;
}

/** Of what fires while the summary is told: "Warning: memory 86% for 2 minutes: node (4211) 3.1 GiB." */
export function sayAlert(alert: Alert, frame: Frame, units: PeopleUnits): string {
  const { rule, item, value, length, culprit, severity } = alert;
  const blamed = culprit ? `: ${sayCulprit(culprit, rule.metric, frame)}` : '';
  const what = formatSubject(rule, item, say(alert, value, units));
  const lasted = length < 1 ? '' : ` for ${sayDuration(length)}`;
  return `${capital(severity)}: ${printable(`${what}${lasted}${blamed}`)}.`;
}

/** Memory in bytes, where it is known of how much the share is; time as a share of one core. */
function sayCulprit({ name, pid, share }: Culprit, metric: string, { sample }: Frame): string {
  const total = metric.startsWith('memory.') ? known(sample.memory)?.total : undefined;
  return `${name} (${pid}) ${total === undefined ? sayShare(share) : sayBytes(share * total)}`;
}

function overTopic(key: string, frame: Frame, units: PeopleUnits): Topic {
  const alert = frame.alerts.resolved.find((one) => keyOf(one) === key);
  return { key, facts: CALM, level: 0, tell: () => (alert ? sayOver(alert, units) : '') };
}

/** "Memory is under 85% again after 2 minutes, at most 97%." */
export function sayOver(alert: Alert, units: PeopleUnits): string {
  const { rule, item, peak, length } = alert;
  const [side, extreme] = rule.comparison === '>' ? ['under', 'at most'] : ['over', 'at least'];
  const what = formatSubject(rule, item, `is ${side} ${formatThreshold(rule, units)}`);
  return printable(`${capital(what)} again after ${sayDuration(length)}, ${extreme} ${say(alert, peak, units)}.`);
}

function say({ rule }: Alert, quantity: number, units: PeopleUnits): string {
  const text = formatWatched(rule, quantity, units);
  return text.endsWith('%') ? sayShare(quantity) : briefly(text);
}
