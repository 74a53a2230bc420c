import { type Action, isIntent } from '../../keymap/action.ts';
import type { Keymap } from '../../keymap/keymap.ts';
import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Frame } from '../../monitor.ts';
import { type Answer, answer } from './answer.ts';
import { sayKey } from './keys.ts';
import { beginNarration, type Memory, narrate } from './narrate.ts';
import { sayBeginning, saySummary } from './summary.ts';
import { topicsOf } from './topics.ts';

/** What is said of one frame after the other, and answered to keys. Says nothing itself: it hands out the sentences. */
export interface Voice {
  hear(frame: Frame): readonly string[];
  /** Empty before the first frame has been heard. */
  press(key: string): Answer;
}

export interface VoiceOptions {
  /** As the settings of the moment have them. */
  units(): PeopleUnits;
  keymap(): Keymap;
  /** Whether keys are read. */
  readonly keys: boolean;
}

export function createVoice({ units, keymap, keys }: VoiceOptions): Voice {
  let last: Frame | undefined;
  let memory: Memory | undefined;
  let quiet = false;
  return {
    hear(frame) {
      const isFirst = last === undefined;
      last = frame;
      const beginning = isFirst ? [sayBeginning(frame)] : [];
      if (!hasRates(frame)) return beginning;
      if (memory === undefined) {
        memory = beginNarration(frame, topicsOf, units());
        return [...beginning, ...saySummary(frame, units()), ...(keys ? [sayHint(keymap())] : [])];
      }
      if (quiet) return [];
      const next = narrate(memory, frame, topicsOf, units());
      memory = next.memory;
      return next.sentences;
    },
    press(key) {
      if (last === undefined) return leave(keymap().actionFor(key));
      const answered = answer(key, { frame: last, keymap: keymap(), units: units(), quiet });
      quiet = answered.quiet ?? quiet;
      return answered;
    },
  };
}

/** Before there is anything to tell, whoever wants out gets out. */
function leave(action: Action | undefined): Answer {
  return { sentences: [], ...(action && isIntent(action) && { errand: action }) };
}

function hasRates({ sample: { moment } }: Frame): boolean {
  return moment.elapsed !== undefined || moment.gap !== undefined;
}

function sayHint({ keyFor }: Keymap): string {
  const [summary, help, quit] = ['open', 'help', 'quit'].map((id) => keyFor(id));
  const keys = [
    ...(summary === undefined ? [] : [`${sayKey(summary)} tells this again`]),
    ...(help === undefined ? [] : [`${sayKey(help)} all keys`]),
    ...(quit === undefined ? [] : [`${sayKey(quit)} quits`]),
  ];
  return `From here on only changes are told; ${keys.join(', ')}.`;
}
