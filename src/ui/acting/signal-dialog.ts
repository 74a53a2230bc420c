import { needsName, refusal } from '../../control/guard.ts';
import { formatHidden, formatOthers } from '../../control/naming.ts';
import type { Signal } from '../../control/signal.ts';
import type { Target } from '../../control/target.ts';
import { formatPrompt } from '../../control/text.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, printable } from '../../units/cells.ts';
import type { Dialog, DialogStep } from '../dialog.ts';
import { fitLine, type Line, span } from '../draw/line.ts';
import { drawSelected } from '../draw/selected.ts';
import { wrapCells } from '../draw/wrap.ts';
import type { Look } from '../look.ts';
import type { Size } from '../panels/panel.ts';
import { editText } from '../typing.ts';
import type { Offer } from './offer.ts';

/** What is known of a choice of signal; the targets stay the processes that they were when it began. */
interface Choice {
  readonly targets: readonly Target[];
  readonly ownPid: number;
  /** How many of the targets no row of the list stood for. */
  readonly hidden: number;
  readonly offer: Offer;
  readonly chosen: number;
  /** A name that has to be typed out before it is sent, and what has been typed. */
  readonly typing?: { readonly target: Target; readonly reason: string; readonly text: string; readonly wrong: boolean };
  /** Whose names were typed. */
  readonly confirmed: readonly Target[];
}

/** Asks which signal to send. The targets stay the processes that they are now, whatever moves in the list. */
export function createSignalDialog(targets: readonly Target[], ownPid: number, offer: Offer, hidden = 0): Dialog {
  const chosen = offer.signals.findIndex(({ name }) => name === offer.first);
  return dialogOf({ targets, ownPid, hidden, offer, chosen: Math.max(0, chosen), confirmed: [] });
}

function dialogOf(choice: Choice): Dialog {
  return {
    title: 'send a signal',
    hint: choice.typing ? 'Enter sends it, Esc leaves' : '↑ ↓ choose, Enter sends it, Esc leaves',
    hintKeys: { 'Esc leaves': 'escape' },
    press: (key, frame) => (choice.typing ? typeName(choice, choice.typing, key, frame) : choose(choice, key, frame)),
    ...(choice.typing && { paste: pasteInto(choice, choice.typing) }),
    say: (frame) => say(choice, frame),
    // A click chooses and no more: what is sent is sent by Enter, below the names of those whom it hits.
    click({ y }, { frame, size, look }) {
      const { head, from, room } = plan(choice, frame, size, look);
      const at = y - head.length;
      if (choice.typing || at < 0 || at >= room) return { dialog: dialogOf(choice) };
      return { dialog: dialogOf({ ...choice, chosen: from + at }) };
    },
    turn: (by) => ({ dialog: dialogOf(choice.typing ? choice : { ...choice, chosen: within(choice.chosen + by, choice) }) }),
    draw: (frame, size, look) => draw(choice, frame, size, look),
  };
}

function pasteInto(choice: Choice, typing: NonNullable<Choice['typing']>): (text: string) => Dialog {
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

function typeName(choice: Choice, typing: NonNullable<Choice['typing']>, key: string, frame: Frame): DialogStep {
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

function draw(choice: Choice, frame: Frame, size: Size, look: Look): readonly Line[] {
  const { head, from, room, foot } = plan(choice, frame, size, look);
  const list = choice.offer.signals
    .slice(from, from + room)
    .map((one, i) => drawSignal(one, from + i === choice.chosen, size.width, look));
  return [...head, ...list, ...foot].map((line) => fitLine(line, size.width));
}

/** What stands above and below the signals, and which of those are in sight. */
function plan(choice: Choice, frame: Frame, { width, height }: Size, look: Look) {
  const { targets, hidden, offer, chosen, typing } = choice;
  const { signals } = offer;
  const { dim, title, critical, key } = look.theme;
  const signal = signals[chosen];
  const lines = (text: string, color: string | undefined): Line[] => wrapCells(text, width).map((line) => [span(line, color)]);
  const prompt = lines(signal ? formatPrompt(targets, signal) : '', title).map((line) =>
    line.map((one) => ({ ...one, bold: true })),
  );
  const foot: Line[] = typing
    ? [
        ...lines(`Type its name, ${printable(typing.target.name)}, to go on:`, critical),
        [
          span('> ', key),
          span(printable(typing.text), title),
          { text: ' ', inverse: true },
          ...(typing.wrong ? [span('  that is not its name', critical)] : []),
        ],
      ]
    : [];
  const least = typing ? 0 : 1;
  // Whom it hits stays, and what has to be typed; where there is little room, the rest of what is told goes, the first of it first.
  const told = [
    ...drawWhom(targets, look),
    ...(offer.reason ? lines(offer.reason, dim) : []),
    ...[
      formatHidden(hidden, targets.length),
      drawChanges(targets, frame),
      drawRefusals(targets),
      typing && `${typing.reason}.`,
    ].flatMap((line) => (line ? lines(line, critical) : [])),
  ];
  const spare = Math.max(0, height - prompt.length - foot.length - least);
  const head = [...prompt, ...told.slice(Math.max(0, told.length - spare))];
  const room = Math.max(least, Math.min(signals.length, MOST_SIGNALS, height - head.length - foot.length));
  return { head, foot, room, from: Math.max(0, Math.min(chosen - Math.floor(room / 2), signals.length - room)) };
}

/** The same as is drawn, but for the list of signals: of that, the chosen one. */
function say({ targets, hidden, offer, chosen, typing }: Choice, frame: Frame): readonly string[] {
  const signal = offer.signals[chosen];
  const sentence = (text: string | undefined) => (text ? [`${text}.`] : []);
  return [
    ...(typing?.wrong ? ['That is not its name.'] : []),
    ...(signal ? [formatPrompt(targets, signal), `${signal.name} ${signal.meaning}.`] : []),
    ...(offer.reason ? [offer.reason] : []),
    ...[formatHidden(hidden, targets.length), drawChanges(targets, frame), drawRefusals(targets)].flatMap(sentence),
    ...(typing ? [`${typing.reason}.`, `Type its name, ${typing.target.name}, then Enter.`] : []),
  ];
}

/** What it was started as; of several, all that the prompt leaves out. */
function drawWhom(targets: readonly Target[], { theme }: Look): readonly Line[] {
  const [only, ...others] = targets;
  const text = others.length > 0 ? formatOthers(targets) : printable(only?.command ?? '');
  return text === '' ? [] : [[span(text, theme.dim)]];
}

/** More would hide the processes. */
const MOST_SIGNALS = 8;

function drawSignal({ name, number, meaning }: Signal, chosen: boolean, width: number, look: Look): Line {
  const { theme } = look;
  const line = [
    span(chosen ? '▸ ' : '  ', theme.focus),
    span(padCells(name, 7), theme.title),
    span(`${String(number).padStart(3)}  `, theme.dim),
    span(meaning, theme.text),
  ];
  return chosen ? drawSelected(fitLine(line, width), look) : line;
}

/** What has happened to them since they were chosen. */
function drawChanges(targets: readonly Target[], frame: Frame): string | undefined {
  const listed = new Set(known(frame.sample.process)?.all.map(({ id }) => id));
  const ended = targets.filter(({ id }) => !listed.has(id));
  if (ended.length === 0) return undefined;
  return targets.length === 1 ? 'it has ended meanwhile' : `${ended.length} of them have ended meanwhile`;
}

function drawRefusals(targets: readonly Target[]): string | undefined {
  const [first] = targets.flatMap((target) => refusal(target, 'signal') ?? []);
  return first;
}
