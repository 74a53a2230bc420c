import type { Control, ControlOff } from '../../control/control.ts';
import { refusal } from '../../control/guard.ts';
import { formatTarget } from '../../control/naming.ts';
import type { Pursuit } from '../../control/pursuit.ts';
import { targetOf } from '../../control/target.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import type { Process } from '../../processes/process.ts';
import { printable } from '../../units/cells.ts';
import { offerSignals } from '../acting/offer.ts';
import { createSignalDialog } from '../acting/signal-dialog.ts';
import type { Dialog } from '../dialog.ts';
import type { Errand } from '../errand.ts';
import { initialView } from '../processes/view.ts';
import { editText } from '../typing.ts';
import { sayMatching } from './reports/matching.ts';
import { capital, sayCount, sayList } from './words.ts';

/**
 * What is being asked: which processes are to be told of; or who is meant by what acts, and for a signal then the same dialog that
 * the screen has, in words. A value: a key leads to the next.
 */
export type Asking =
  | { readonly about: 'which'; readonly text: string }
  | { readonly about: 'whom'; readonly purpose: Purpose; readonly text: string }
  | { readonly about: 'signal'; readonly dialog: Dialog };

/** What is to be done to whom. */
export type Purpose = 'signal' | 'freeze' | 'nice-down' | 'nice-up';

export interface AskingStep {
  /** Absent: it is over. */
  readonly asking?: Asking;
  readonly sentences: readonly string[];
  readonly errands?: readonly Errand[];
}

export interface Means {
  readonly frame: Frame;
  readonly control: Control | ControlOff;
  readonly pursuits: readonly Pursuit[];
}

/** Asks whom an action is for; or says why none can be done. */
export function beginAsking(purpose: Purpose, control: Control | ControlOff): AskingStep {
  if ('off' in control) return refuse(control.off);
  return {
    asking: { about: 'whom', purpose, text: '' },
    sentences: [`${QUESTIONS[purpose]}? Type its name or number, then Enter; Escape leaves.`],
  };
}

const QUESTIONS: Readonly<Record<Purpose, string>> = {
  signal: 'Signal which process',
  freeze: 'Freeze which process',
  'nice-down': 'Lower the nice value of which process by one, for more CPU',
  'nice-up': 'Raise the nice value of which process by one, for less CPU',
};

/** Asks for a query. */
export function beginFinding(): AskingStep {
  const sentence = 'Which processes? Type a name, or a query such as cpu>20 and user=root, then Enter; Escape leaves.';
  return { asking: { about: 'which', text: '' }, sentences: [sentence] };
}

/** Whether a line of text is typed. */
export function isTyped(asking: Asking): boolean {
  return asking.about !== 'signal' || asking.dialog.paste !== undefined;
}

/** Pure: a key while something is asked. */
export function pressAsking(asking: Asking, key: string, means: Means): AskingStep {
  if (key === 'escape') return { sentences: [isSending(asking) ? 'Left: nothing was sent.' : 'Left.'] };
  switch (asking.about) {
    case 'which':
      return typeWhich(asking, key, means.frame);
    case 'whom':
      return typeWhom(asking, key, means);
    case 'signal':
      return answerDialog(asking.dialog, key, means.frame);
  }
}

function typeWhich(asking: Extract<Asking, { about: 'which' }>, key: string, frame: Frame): AskingStep {
  const { text } = asking;
  if (key !== 'enter') return { asking: { ...asking, text: editText(text, key) }, sentences: [] };
  if (text.trim() === '') return { sentences: ['Left.'] };
  const matching = sayMatching(text.trim(), frame);
  if ('said' in matching) return { sentences: matching.said };
  return { asking: { ...asking, text: '' }, sentences: [`${matching.problem} Type another.`] };
}

function typeWhom(asking: Extract<Asking, { about: 'whom' }>, key: string, means: Means): AskingStep {
  const { text, purpose } = asking;
  if (key !== 'enter') return { asking: { ...asking, text: editText(text, key) }, sentences: [] };
  const again: Asking = { ...asking, text: '' };
  const found = find(text.trim(), known(means.frame.sample.process)?.all ?? []);
  const [only, ...others] = found;
  if (only === undefined)
    return { asking: again, sentences: [printable(`No process is ${text.trim() || 'named'}; type another.`)] };
  if (others.length > 0) {
    const names = found.map((one) => formatTarget(targetOf(one)));
    return {
      asking: again,
      sentences: [`${sayCount(found.length, 'process', 'processes')}: ${sayList(names, MOST)}. Type a number.`],
    };
  }
  const { control } = means;
  // It may have been switched off since the question was put.
  if ('off' in control) return refuse(control.off);
  return purpose === 'signal' || purpose === 'freeze' ? offer(only, purpose, control, means) : renice(only, purpose);
}

function refuse(why: string): AskingStep {
  return { sentences: [`${capital(printable(why))}.`] };
}

/** So many are told to choose among. */
const MOST = 9;

/** The one of that number; else those of that name; else those with that in their name. */
function find(text: string, all: readonly Process[]): readonly Process[] {
  if (text === '') return [];
  const numbered = all.filter(({ pid }) => String(pid) === text);
  if (numbered.length > 0) return numbered;
  const named = all.filter(({ name }) => name === text);
  return named.length > 0 ? named : all.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()));
}

function isSending(asking: Asking): boolean {
  return asking.about === 'signal' || (asking.about === 'whom' && (asking.purpose === 'signal' || asking.purpose === 'freeze'));
}

/** A step at a time, as on the screen: what came of it is told. */
function renice(one: Process, purpose: 'nice-down' | 'nice-up'): AskingStep {
  const target = targetOf(one);
  const refused = refusal(target, 'renice');
  if (refused !== undefined) return refuse(refused);
  return { sentences: [], errands: [{ type: 'reniceTargets', targets: [target], by: purpose === 'nice-up' ? 1 : -1 }] };
}

function offer(one: Process, purpose: 'signal' | 'freeze', control: Control, { frame, pursuits }: Means): AskingStep {
  const target = targetOf(one);
  const refused = refusal(target, 'signal');
  if (refused !== undefined) return refuse(refused);
  const targets = [target];
  const offered = offerSignals(targets, control.signals, frame, pursuits, purpose === 'freeze');
  const dialog = createSignalDialog(targets, control.ownPid, offered);
  return { asking: { about: 'signal', dialog }, sentences: [...sayDialog(dialog, frame), HOW] };
}

const HOW = 'y sends it, up and down choose another signal, Escape leaves.';

/** What is typed out is sent by Enter; else y does that, for an Enter is pressed twice in haste. */
function answerDialog(dialog: Dialog, key: string, frame: Frame): AskingStep {
  const types = isTyped({ about: 'signal', dialog });
  if (!types && key === 'enter') return { asking: { about: 'signal', dialog }, sentences: [HOW] };
  const { dialog: next, errands = [] } = dialog.press(!types && key === 'y' ? 'enter' : key, frame, initialView);
  if (next === undefined) return { sentences: errands.length > 0 ? [] : ['Left: nothing was sent.'], errands };
  const asking: Asking = { about: 'signal', dialog: next };
  const isSilent = types && key !== 'enter';
  return { asking, sentences: isSilent ? [] : sayDialog(next, frame) };
}

function sayDialog(dialog: Dialog, frame: Frame): readonly string[] {
  return [printable((dialog.say?.(frame) ?? []).map(capital).join(' '))];
}
