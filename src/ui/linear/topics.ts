import { alertTopics } from './alert-topics.ts';
import { limitTopics } from './limit-topics.ts';
import { presenceTopics } from './presence-topics.ts';
import { readingTopics } from './reading-topics.ts';
import { thriftTopics } from './thrift-topics.ts';
import type { TopicsOf } from './topic.ts';

/** All that is told by itself: the one list that a new kind of topic joins. */
export const topicsOf: TopicsOf = (frame, told, units) =>
  [alertTopics, limitTopics, presenceTopics, readingTopics, thriftTopics].flatMap((some) => some(frame, told, units));
