import type { Control, ControlOff } from '../../control/control.ts';
import type { Pursuit } from '../../control/pursuit.ts';
import { type Action, isIntent } from '../../keymap/action.ts';
import type { Keymap } from '../../keymap/keymap.ts';
import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Frame } from '../../monitor.ts';
import { printable } from '../../units/cells.ts';
import { observe } from '../acting/observe.ts';
import { type Answer, answer } from './answer.ts';
import { type Asking, isTyped, pressAsking } from './asking.ts';
import { createEcho } from './echo.ts';
import { sayKey } from './keys.ts';
import { beginNarration, type Memory, narrate } from './narrate.ts';
import { sayBeginning, saySummary } from './summary.ts';
import { topicsOf } from './topics.ts';

/** What is said of one frame after the other, and answered to keys. Says nothing itself: it hands out the sentences. */
export interface Voice {
  hear(frame: Frame): readonly string[];
  /** Empty before the first frame has been heard. */
  press(key: string): Answer;
  /** A signal was sent: what becomes of it is told. */
  follow(pursuit: Pursuit): void;
}

export interface VoiceOptions {
  /** As the settings of the moment have them. */
  units(): PeopleUnits;
  keymap(): Keymap;
  control(): Control | ControlOff;
  /** Whether keys are read. */
  readonly keys: boolean;
}

/** A voice that has said nothing yet. */
export function createVoice({ units, keymap, control, keys }: VoiceOptions): Voice {
  let last: Frame | undefined;
  let memory: Memory | undefined;
  let quiet = false;
  let asking: Asking | undefined;
  const echo = createEcho();
  let chase: { readonly pursuits: readonly Pursuit[] } = { pursuits: [] };
  return {
    hear(frame) {
      const isFirst = last === undefined;
      last = frame;
      const beginning = isFirst ? [sayBeginning(frame)] : [];
      // Whoever is asked something is not to be talked over.
      if (!hasRates(frame) || asking) return beginning;
      if (memory === undefined) {
        memory = beginNarration(frame, topicsOf, units());
        return [...beginning, ...saySummary(frame, units()), ...(keys ? [sayHint(keymap())] : [])];
      }
      const { state, news } = observe(chase, frame, keymap().keyFor('signal'));
      chase = state;
      const outcome = news ? [`${printable(news.text)}.`] : [];
      if (quiet) return outcome;
      const next = narrate(memory, frame, topicsOf, units());
      memory = next.memory;
      return [...outcome, ...next.sentences];
    },
    press(key) {
      const action = keymap().actionFor(key);
      if (last === undefined || (action?.type === 'quit' && key.startsWith('ctrl+'))) return leave(action);
      const answered: Answer = asking
        ? pressAsking(asking, key, { frame: last, control: control(), ...chase })
        : answer(key, { frame: last, keymap: keymap(), units: units(), quiet, control: control() });
      const echoed = asking && isTyped(asking) ? { echo: echo(key) } : {};
      asking = answered.asking;
      quiet = answered.quiet ?? quiet;
      return { ...answered, ...echoed };
    },
    follow(pursuit) {
      chase = { pursuits: [...chase.pursuits, pursuit] };
    },
  };
}

/** Whoever wants out gets out: before there is anything to tell, and whatever is asked. */
function leave(action: Action | undefined): Answer {
  return { sentences: [], ...(action && isIntent(action) && { errands: [action] }) };
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
