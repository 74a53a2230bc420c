import type { ValueOf } from '../../../metrics/index.ts';
import type { PeopleUnits } from '../../../metrics/quantity.ts';
import { formatCount } from '../../../units/format.ts';
import { sayRate } from '../words.ts';
import { MOST, sayRest } from './storage.ts';

type Interface = ValueOf<'network'>['interfaces'][number];

/** The interfaces that make up the machine's total, the busiest first. */
export function sayNetwork({ interfaces }: ValueOf<'network'>, { networkUnit }: PeopleUnits): readonly string[] {
  const counted = interfaces.filter((link) => link.counted).sort((a, b) => flow(b) - flow(a));
  if (counted.length === 0) return ['No network interface but internal ones.'];
  return [...counted.slice(0, MOST).map(sayInterface), ...sayRest(counted.length, 'network interfaces')];

  function sayInterface({ name, state, receiveRate, sendRate, receiveErrorRate = 0, sendErrorRate = 0 }: Interface): string {
    const errors = receiveErrorRate + sendErrorRate;
    const facts = [
      ...(state === 'down' ? ['is down'] : []),
      ...(receiveRate === undefined ? [] : [`receives ${sayRate(receiveRate, networkUnit)}`]),
      ...(sendRate === undefined ? [] : [`sends ${sayRate(sendRate, networkUnit)}`]),
      ...(errors > 0 ? [`${formatCount(errors)} errors a second`] : []),
    ];
    return `${name}${facts.length > 0 ? ` ${facts.join(', ')}` : ''}.`;
  }
}

function flow({ receiveRate = 0, sendRate = 0 }: Interface): number {
  return receiveRate + sendRate;
}
