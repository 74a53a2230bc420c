import { refusal } from '../../control/guard.ts';
import { formatHidden, formatOthers } from '../../control/naming.ts';
import type { Signal } from '../../control/signal.ts';
import type { Target } from '../../control/target.ts';
import { formatPrompt } from '../../control/text.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, printable } from '../../units/cells.ts';
import { fitLine, type Line, span } from '../draw/line.ts';
import { drawSelected } from '../draw/selected.ts';
import { wrapCells } from '../draw/wrap.ts';
import type { Look } from '../look.ts';
import type { Size } from '../panels/panel.ts';
import type { Offer } from './offer.ts';

/** What is known of a choice of signal; the targets stay the processes that they were when it began. */
export interface Choice {
  readonly targets: readonly Target[];
  readonly ownPid: number;
  /** How many of the targets no row of the list stood for. */
  readonly hidden: number;
  readonly offer: Offer;
  readonly chosen: number;
  /** A name that has to be typed out before it is sent. */
  readonly typing?: TypedName;
  /** Whose names were typed. */
  readonly confirmed: readonly Target[];
}

export interface TypedName {
  readonly target: Target;
  /** Why it has to be. */
  readonly reason: string;
  /** What has been typed. */
  readonly text: string;
  readonly wrong: boolean;
}

/** Whom it hits and what that means, the signals around the chosen one, and what is typed. */
export function drawChoice(choice: Choice, frame: Frame, size: Size, look: Look): readonly Line[] {
  const { head, from, room, foot } = planChoice(choice, frame, size, look);
  const list = choice.offer.signals
    .slice(from, from + room)
    .map((one, i) => drawSignal(one, from + i === choice.chosen, size.width, look));
  return [...head, ...list, ...foot].map((line) => fitLine(line, size.width));
}

/** What stands above and below the signals, and which of those are in sight. */
export function planChoice(choice: Choice, frame: Frame, { width, height }: Size, look: Look) {
  const { targets, hidden, offer, chosen, typing } = choice;
  const { signals } = offer;
  const { dim, title, critical } = look.theme;
  const signal = signals[chosen];
  const lines = (text: string, color: string | undefined): Line[] => wrapCells(text, width).map((line) => [span(line, color)]);
  const prompt = lines(signal ? formatPrompt(targets, signal) : '', title).map((line) =>
    line.map((one) => ({ ...one, bold: true })),
  );
  const foot = typing
    ? [...lines(`Type its name, ${printable(typing.target.name)}, to go on:`, critical), drawTyped(typing, look)]
    : [];
  const least = typing ? 0 : 1;
  // Whom it hits stays, and what has to be typed; where there is little room, the rest of what is told goes, the first of it first.
  const told = [
    ...drawWhom(targets, look),
    ...(offer.reason ? lines(offer.reason, dim) : []),
    ...[
      formatHidden(hidden, targets.length),
      formatChanges(targets, frame),
      formatRefusal(targets),
      typing && `${typing.reason}.`,
    ].flatMap((line) => (line ? lines(line, critical) : [])),
  ];
  const spare = Math.max(0, height - prompt.length - foot.length - least);
  const head = [...prompt, ...told.slice(Math.max(0, told.length - spare))];
  const room = Math.max(least, Math.min(signals.length, MOST_SIGNALS, height - head.length - foot.length));
  return { head, foot, room, from: Math.max(0, Math.min(chosen - Math.floor(room / 2), signals.length - room)) };
}

/** The same as is drawn, but for the list of signals: of that, the chosen one. */
export function sayChoice({ targets, hidden, offer, chosen, typing }: Choice, frame: Frame): readonly string[] {
  const signal = offer.signals[chosen];
  const sentence = (text: string | undefined) => (text ? [`${text}.`] : []);
  return [
    ...(typing?.wrong ? ['That is not its name.'] : []),
    ...(signal ? [formatPrompt(targets, signal), `${signal.name} ${signal.meaning}.`] : []),
    ...(offer.reason ? [offer.reason] : []),
    ...[formatHidden(hidden, targets.length), formatChanges(targets, frame), formatRefusal(targets)].flatMap(sentence),
    ...(typing ? [`${typing.reason}.`, `Type its name, ${typing.target.name}, then Enter.`] : []),
  ];
}

function drawTyped({ text, wrong }: TypedName, { theme: { key, title, critical } }: Look): Line {
  return [
    span('> ', key),
    span(printable(text), title),
    { text: ' ', inverse: true },
    ...(wrong ? [span('  that is not its name', critical)] : []),
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
function formatChanges(targets: readonly Target[], frame: Frame): string | undefined {
  const listed = new Set(known(frame.sample.process)?.all.map(({ id }) => id));
  const ended = targets.filter(({ id }) => !listed.has(id));
  if (ended.length === 0) return undefined;
  return targets.length === 1 ? 'it has ended meanwhile' : `${ended.length} of them have ended meanwhile`;
}

function formatRefusal(targets: readonly Target[]): string | undefined {
  const [first] = targets.flatMap((target) => refusal(target, 'signal') ?? []);
  return first;
}
