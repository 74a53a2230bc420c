import type { Configuration } from '../config/configuration.ts';
import { nextStep, paces } from '../config/steps.ts';
import type { Control, ControlOff } from '../control/control.ts';
import type { Deed } from '../control/deed.ts';
import { beginPursuit, type Pursuit } from '../control/pursuit.ts';
import type { Target } from '../control/target.ts';
import { formatDeeds } from '../control/text.ts';
import { describeError } from '../errors.ts';
import { known } from '../metrics/outcome.ts';
import type { Monitor } from '../monitor.ts';
import type { Errand } from '../ui/errand.ts';
import { capital, sayDuration } from '../ui/linear/words.ts';
import { printable } from '../units/cells.ts';
import { saveFrame } from './save-frame.ts';

/** What errands of the linear mode take. */
export interface ErrandMeans {
  readonly monitor: Monitor;
  readonly configuration: Configuration;
  control(): Control | ControlOff;
  /** What becomes of those that a signal was sent to is told. */
  follow(pursuit: Pursuit): void;
  quit(): void;
  /** Returns when the process was continued. */
  suspend(): void;
}

/** Does what a key has led to outside of the conversation. @returns the sentences that tell what came of it. */
export async function carryOut(errand: Errand, means: ErrandMeans): Promise<readonly string[]> {
  switch (errand.type) {
    case 'quit':
      means.quit();
      return [];
    case 'suspend':
      means.suspend();
      return [];
    case 'save':
      return [await save(means)];
    case 'changeInterval':
      return [await changeInterval(means, errand.direction)];
    case 'send':
      return [await act(means, errand.targets, (control, target) => control.send(target, errand.signal))];
    case 'reniceTargets':
      return [await act(means, errand.targets, (control, target) => control.renice(target, { by: errand.by }))];
    default:
      return [];
  }
}

async function save({ monitor, configuration }: ErrandMeans): Promise<string> {
  const frame = monitor.frames.get();
  if (frame === undefined) return 'Nothing has been read so far.';
  try {
    return `Saved ${await saveFrame(frame, configuration.inForce.get().settings)}.`;
  } catch (error) {
    return printable(`${capital(describeError(error))}.`);
  }
}

async function changeInterval({ monitor: { sampler }, configuration }: ErrandMeans, direction: 1 | -1): Promise<string> {
  const interval = nextStep(paces, sampler.interval, direction);
  if (interval !== undefined) await configuration.change({ interval });
  return `Sampling every ${sayDuration(interval ?? sampler.interval)}.`;
}

async function act(
  { monitor, follow, ...means }: ErrandMeans,
  targets: readonly Target[],
  how: (control: Control, target: Target) => Promise<Deed>,
): Promise<string> {
  const control = means.control();
  if ('off' in control) return `${capital(control.off)}.`;
  const deeds = await Promise.all(targets.map((target) => how(control, target)));
  const listed = monitor.frames.get()?.sample.process;
  const pursuit = beginPursuit(deeds, listed && known(listed)?.all);
  if (pursuit) follow(pursuit);
  return `${capital(formatDeeds(deeds))}.`;
}
