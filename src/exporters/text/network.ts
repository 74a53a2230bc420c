import type { ValueOf } from '../../metrics/index.ts';
import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Sample } from '../../sampling/sample.ts';
import { BYTE_RATE_WIDTH, formatByteRate } from '../../units/format.ts';
import { formatLine, formatMost, formatOutcome } from './line.ts';

type Interface = ValueOf<'network'>['interfaces'][number];

/** The interfaces that make up the machine's total: what passes through the others is in it already. */
export function formatNetwork({ network }: Sample, { networkUnit }: PeopleUnits): readonly string[] {
  return formatOutcome('Network', network, ({ interfaces }) => {
    const counted = interfaces.filter((link) => link.counted);
    if (counted.length === 0) return [formatLine('Network', '', 'no interface but internal ones')];
    return formatMost('Network', counted, ({ receiveRate = 0, sendRate = 0 }) => receiveRate + sendRate, formatInterface);
  });

  function formatInterface({ receiveRate, sendRate, name, state }: Interface): string {
    const down = formatByteRate(receiveRate, networkUnit).padStart(BYTE_RATE_WIDTH);
    const up = formatByteRate(sendRate, networkUnit).padStart(BYTE_RATE_WIDTH);
    return formatLine('Network', '', `down ${down}  up    ${up}  ${name}${state === 'down' ? ' (down)' : ''}`);
  }
}
