import { needsName } from '../../control/guard.ts';
import type { Target } from '../../control/target.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { printable } from '../../units/cells.ts';
import type { Dialog, DialogStep, Hint } from '../dialog.ts';
import { editText } from '../typing.ts';
import type { Offer } from './offer.ts';
import { type Choice, drawChoice, planChoice, sayChoice, type TypedName } from './signal-choice.ts';

/** Asks which signal to send. The targets stay the processes that they are now, whatever moves in the list. */
export function createSignalDialog(targets: readonly Target[], ownPid: number, offer: Offer, hidden = 0): Dialog {
  const chosen = offer.signals.findIndex(({ name }) => name === offer.first);
  return dialogOf({ targets, ownPid, hidden, offer, chosen: Math.max(0, chosen), confirmed: [] });
}

function dialogOf(choice: Choice): Dialog {
  return {
    title: 'send a signal',
    hints: choice.typing ? ANSWERS : [{ keys: '↑↓', text: 'choose' }, ...ANSWERS],
    press: (key, frame) => (choice.typing ? typeName(choice, choice.typing, key, frame) : choose(choice, key, frame)),
    ...(choice.typing && { paste: pasteInto(choice, choice.typing) }),
    say: (frame) => sayChoice(choice, frame),
    // A click chooses and no more: what is sent is sent by Enter, below the names of those whom it hits.
    click({ y }, { frame, size, look }) {
      const { head, from, room } = planChoice(choice, frame, size, look);
      const at = y - head.length;
      if (choice.typing || at < 0 || at >= room) return { dialog: dialogOf(choice) };
      return { dialog: dialogOf({ ...choice, chosen: from + at }) };
    },
    turn: (by) => ({ dialog: dialogOf(choice.typing ? choice : { ...choice, chosen: within(choice.chosen + by, choice) }) }),
    draw: (frame, size, look) => drawChoice(choice, frame, size, look),
  };
}

/** Only the key sends: a click that misses its target would. */
const ANSWERS: readonly Hint[] = [
  { keys: 'Enter', text: 'send' },
  { keys: 'Esc', text: 'leave', press: 'escape' },
];

function pasteInto(choice: Choice, typing: TypedName): (text: string) => Dialog {
  return (text) => dialogOf({ ...choice, typing: { ...typing, text: typing.text + text, wrong: false } });
}

function choose(choice: Choice, key: string, frame: Frame): DialogStep {
  const last = choice.offer.signals.length - 1;
  const to = (chosen: number) => ({ dialog: dialogOf({ ...choice, chosen: within(chosen, choice) }) });
  switch (key) {
    case 'up':
      return to(choice.chosen - 1);
    case 'down':
      return to(choice.chosen + 1);
    case 'home':
      return to(0);
    case 'end':
      return to(last);
    case 'escape':
    case 'q':
      return {};
    case 'enter':
      return send(choice, frame);
    default:
      return { dialog: dialogOf(choice) };
  }
}

function within(chosen: number, { offer }: Choice): number {
  return Math.min(offer.signals.length - 1, Math.max(0, chosen));
}

function typeName(choice: Choice, typing: TypedName, key: string, frame: Frame): DialogStep {
  if (key === 'escape') return {};
  const { target, text } = typing;
  if (key !== 'enter') return { dialog: dialogOf({ ...choice, typing: { ...typing, text: editText(text, key), wrong: false } }) };
  // What can't be shown can't be typed either: then as it is shown.
  if (text !== target.name && text !== printable(target.name))
    return { dialog: dialogOf({ ...choice, typing: { ...typing, wrong: true } }) };
  return send({ ...choice, confirmed: [...choice.confirmed, target] }, frame);
}

/** Sends it, or asks for the next name that must be typed out. */
function send({ typing: _, ...choice }: Choice, frame: Frame): DialogStep {
  const { targets, ownPid, offer, chosen, confirmed } = choice;
  const surroundings = { ownPid, processes: known(frame.sample.process)?.all ?? [] };
  for (const target of targets) {
    const reason = confirmed.includes(target) ? undefined : needsName(target, surroundings);
    if (reason) return { dialog: dialogOf({ ...choice, typing: { target, reason, text: '', wrong: false } }) };
  }
  const signal = offer.signals[chosen];
  return signal ? { errands: [{ type: 'send', targets, signal }] } : {};
}
