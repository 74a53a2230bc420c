import type { Alert, Alerts } from '../alerts/alert.ts';
import { allEntries } from '../metrics/catalog.ts';
import * as shape from '../metrics/shape.ts';
import { encodings } from './encoding.ts';

const alerting = { from: 'the alert rules' };

const alert = {
  rule: shape.text('The rule, as it is written', alerting),
  metric: shape.text('The value that the rule watches, by name', alerting),
  item: shape.optional(shape.text('Which item of the list, where the rule covers several', alerting)),
  severity: shape.text('warning or critical', alerting),
  since: shape.time('When the condition began to hold', alerting),
  ended: shape.optional(shape.time('When it ceased to hold; absent while the alert fires', alerting)),
  length: shape.seconds('How long it has held, or did', { from: 'the monotonic clock' }),
  unit: shape.optional(
    shape.text("Unit of the three numbers, as the document's keys name it; absent for plain numbers", alerting),
  ),
  threshold: shape.count('The limit that was passed', alerting),
  value: shape.count('The value now, or when it ceased', alerting),
  peak: shape.count('The worst value while it fired', alerting),
  culprit: shape.optional(
    shape.group({
      name: shape.text('Process that uses, or last used, most of it', { from: 'the processes' }),
      pid: shape.count('Its process id', { from: 'the processes' }),
      share: shape.ratio("What it uses: of one core's time, of the machine's memory, or of all that is read or written", {
        from: 'the processes',
      }),
    }),
  ),
};

export const alertsShape = shape.group({
  firing: shape.list('rule', 'Alerts that fire now, critical first', alert),
  resolved: shape.list('rule', 'Alerts that fired before, newest first', alert),
});

export function alertsValue({ firing, resolved }: Alerts): shape.ShapeOf<typeof alertsShape> {
  return { firing: firing.map(alertValue), resolved: resolved.map(alertValue) };
}

function alertValue({ rule, item, severity, since, ended, length, value, peak, culprit }: Alert) {
  const { unit, encode } = encodings[unitOf(rule.metric)];
  const inUnit = (number: number) => Number(encode(number));
  return {
    rule: rule.text,
    metric: rule.metric,
    ...(item !== undefined && { item }),
    severity,
    since,
    ...(ended !== undefined && { ended }),
    length,
    ...(unit !== undefined && { unit }),
    threshold: inUnit(rule.threshold),
    value: inUnit(value),
    peak: inUnit(peak),
    ...(culprit && { culprit }),
  };
}

/** The unit of the value that a rule watches. */
function unitOf(metric: string): shape.Unit {
  return allEntries().find((entry) => entry.name === metric)?.field.unit ?? 'count';
}
