import type { Thrift } from '../../sampling/governor.ts';
import { formatShare, titleOf } from '../thrift.ts';
import type { Topic, TopicsOf } from './topic.ts';
import { sayDuration } from './words.ts';

/** What is read less often to keep to the budget, and whether that is enough: one topic, since the one leads to the other. */
export const thriftTopics: TopicsOf = ({ sample }) => (sample.moment.thrift ? [topicOf(sample.moment.thrift)] : []);

function topicOf({ budget, slowed, exceeded }: Thrift): Topic {
  const paces = slowed.map(({ task, every }) => `${titleOf(task)} every ${sayDuration(every)}`).join(', ');
  const isUsual = slowed.length === 0;
  const more = exceeded ? `; sysmon still uses more than ${formatShare(budget)}` : '';
  return {
    key: 'budget',
    facts: { paces, exceeded: String(exceeded) },
    level: 0,
    tell: (told) => {
      if (told === undefined && isUsual && !exceeded) return '';
      return `For the budget: ${isUsual ? 'everything is read as often as usual' : paces}${more}.`;
    },
  };
}
