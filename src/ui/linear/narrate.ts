import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Frame } from '../../monitor.ts';
import type { Seconds } from '../../units/quantity.ts';
import { type Facts, isSame, type Level, type Topic, type TopicsOf } from './topic.ts';

/** What has been told, and when: with the next frame, all that decides what is told next. */
export interface Memory {
  readonly told: ReadonlyMap<string, Told>;
  /** When something was said, in the last minute. */
  readonly recent: readonly Seconds[];
}

interface Told {
  readonly facts: Facts;
  readonly at: Seconds;
  /** How long the topic has its peace. */
  readonly quiet: Seconds;
  /** When each level was told last. */
  readonly levels: Readonly<Partial<Record<Level, Seconds>>>;
}

/** A topic that has just been told rests this long at first; longer each time that it comes straight back. */
const QUIET: Seconds = 30;
export const LONGEST_QUIET: Seconds = 600;

/** In any minute no more is said than this; the last of it is kept for what is critical. */
export const MOST_IN_A_MINUTE = 10;
const KEPT_FOR_CRITICAL = 2;
const MINUTE: Seconds = 60;

/** Who listens knows all that is so now. */
export function beginNarration(frame: Frame, topicsOf: TopicsOf, units: PeopleUnits): Memory {
  const topics = topicsOf(frame, new Map(), units);
  return { told: new Map(topics.map(({ key, facts }) => [key, fresh(facts)])), recent: [] };
}

function fresh(facts: Facts): Told {
  return { facts, at: Number.NEGATIVE_INFINITY, quiet: QUIET, levels: {} };
}

/**
 * Pure: the sentences that tell what has changed since it was told last, the worst first. What may not be said yet waits, and is
 * only said if it is still another than what was told: what came and went in between is passed over.
 */
export function narrate(
  memory: Memory,
  frame: Frame,
  topicsOf: TopicsOf,
  units: PeopleUnits,
): { readonly memory: Memory; readonly sentences: readonly string[] } {
  const now = frame.sample.moment.monotonic;
  const facts = new Map([...memory.told].map(([key, one]) => [key, one.facts]));
  const topics = topicsOf(frame, facts, units);
  const there = new Set(topics.map(({ key }) => key));
  const told = new Map([...memory.told].filter(([key, { at }]) => there.has(key) || now - at < FORGET));
  const recent = memory.recent.filter((at) => now - at < MINUTE);
  const sentences: string[] = [];
  for (const topic of topics.toSorted((a, b) => b.level - a.level)) {
    const before = memory.told.get(topic.key);
    if (before && isSame(before.facts, topic.facts)) continue;
    if (!isDue(topic, before, now) || recent.length >= limitOf(topic)) continue;
    const words = topic.tell(before?.facts);
    told.set(topic.key, words === '' ? fresh(topic.facts) : tellNow(topic, before, now));
    if (words === '') continue;
    recent.push(now);
    sentences.push(words);
  }
  return { memory: { told, recent }, sentences };
}

/** Longer ago than any rest: whatever is not there any more may be forgotten. */
const FORGET: Seconds = 2 * LONGEST_QUIET;

function limitOf({ level }: Topic): number {
  return level === 2 ? MOST_IN_A_MINUTE : MOST_IN_A_MINUTE - KEPT_FOR_CRITICAL;
}

/** What gets worse doesn't wait, unless that was said a moment ago. */
function isDue({ level }: Topic, before: Told | undefined, now: Seconds): boolean {
  if (before === undefined || now - before.at >= before.quiet) return true;
  const lately = Math.max(MINUTE, 2 * before.quiet);
  return level > 0 && LEVELS.every((one) => one < level || now - (before.levels[one] ?? Number.NEGATIVE_INFINITY) >= lately);
}

const LEVELS: readonly Level[] = [0, 1, 2];

function tellNow({ facts, level }: Topic, before: Told | undefined, now: Seconds): Told {
  const isBack = before !== undefined && now - before.at < 2 * before.quiet;
  const quiet = isBack ? Math.min(2 * before.quiet, LONGEST_QUIET) : QUIET;
  return { facts, at: now, quiet, levels: { ...before?.levels, [level]: now } };
}
