import type { Rule } from '../../../src/alerts/alert.ts';
import { defaultRules } from '../../../src/alerts/rule.ts';
import { createWatch } from '../../../src/alerts/watch.ts';
import type { Frame } from '../../../src/monitor.ts';
import { createTracks } from '../../../src/processes/track.ts';
import { beginNarration, type Memory, narrate } from '../../../src/ui/linear/narrate.ts';
import { topicsOf } from '../../../src/ui/linear/topics.ts';
import type { Seconds } from '../../../src/units/quantity.ts';
import { type Contents, sampleAt } from '../../harness/sample.ts';

/** Frames with alerts as the rules have them, one after the other. */
export function createFrames(rules: readonly Rule[] = defaultRules()) {
  const watch = createWatch(rules);
  const tracks = createTracks();
  return (at: Seconds, contents: Contents & { readonly gap?: Seconds }): Frame => {
    const sample = sampleAt(at, contents);
    return { sample, history: [sample], alerts: watch(sample), tracks };
  };
}

export interface Said {
  readonly at: Seconds;
  readonly words: string;
}

/** What is said of one frame a second. The first is the one that the listener knows. */
export function listen(frames: readonly Frame[]): { readonly said: readonly Said[]; readonly memory: Memory } {
  const [first, ...others] = frames;
  if (first === undefined) throw new Error('no frame');
  let memory = beginNarration(first, topicsOf, {});
  const said: Said[] = [];
  for (const frame of others) {
    const next = narrate(memory, frame, topicsOf, {});
    memory = next.memory;
    for (const words of next.sentences) said.push({ at: frame.sample.moment.monotonic, words });
  }
  return { said, memory };
}

/** The most that was said in any `length` seconds. */
export function mostWithin(length: Seconds, said: readonly Said[]): number {
  return said.reduce((most, { at }) => Math.max(most, said.filter((one) => one.at >= at && one.at < at + length).length), 0);
}
