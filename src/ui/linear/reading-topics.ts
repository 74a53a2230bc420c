import { metricNames, metrics } from '../../metrics/index.ts';
import { lackOf } from '../../metrics/outcome.ts';
import { printable } from '../../units/cells.ts';
import type { Topic, TopicsOf } from './topic.ts';
import { sayDuration } from './words.ts';

/** What can be read and what can't, and times of which nothing is known. */
export const readingTopics: TopicsOf = ({ sample }) => [
  ...metricNames.map((name): Topic => {
    const lack = lackOf(sample[name]);
    const { title } = metrics[name];
    return {
      key: `reading ${name}`,
      facts: { state: sample[name].state },
      level: 0,
      tell: (told) =>
        told === undefined ? '' : printable(`${title}: ${lack === undefined ? 'known again' : `not known any more, ${lack}`}.`),
    };
  }),
  ...(sample.moment.gap === undefined ? [] : [gapTopic(sample.moment.gap, sample.moment.time)]),
];

function gapTopic(gap: number, time: number): Topic {
  return {
    key: 'gap',
    facts: { at: String(time) },
    level: 0,
    tell: () => `Nothing was measured for ${sayDuration(gap)}: the machine slept, or sysmon was stopped.`,
  };
}
