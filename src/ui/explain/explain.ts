import { printable, truncateCells } from '../../units/cells.ts';
import type { Scene } from '../composition.ts';
import { type Line, span } from '../draw/line.ts';
import { wrapCells } from '../draw/wrap.ts';
import { drawFramed } from '../framed.ts';
import type { Look } from '../look.ts';
import type { Size } from '../panels/panel.ts';
import type { Evidence } from './evidence.ts';
import { markValue } from './mark.ts';
import type { ShownValue } from './shown.ts';
import { nameOf, sayingsOf } from './text.ts';

/** Rows that an explanation takes at most, and rows that it leaves in sight beside the value. */
const MOST = 14;
const LEFT = 2;

/** Where it stands on the screen. */
export interface Placed {
  readonly top: number;
  readonly lines: readonly Line[];
  /** The last line that can be scrolled to. */
  readonly end: number;
}

/** The screen with a value marked, and what there is to say of it below, or above where it would stand before the value. */
export function placeExplanation(lines: readonly Line[], value: ShownValue, scene: Scene, look: Look): readonly Line[] {
  const { top, lines: box } = explanationOf(value, scene, look);
  const marked = markValue(lines, value, look);
  return [...marked.slice(0, top), ...box, ...marked.slice(top + box.length)];
}

/** Pure: the framed explanation of a value, and where it has room: at the foot of the screen, or from its second line on. */
export function explanationOf(value: ShownValue, { frame, width, height, state }: Scene, look: Look): Placed {
  const evidence = { sample: frame.sample, detail: state.detail };
  const said = drawSaid(value, evidence, { width: width - 4, height }, look);
  const [above, below] = [value.y - 1, height - 2 - value.y];
  const wanted = Math.min(said.length + 2, MOST, height - 3 - LEFT);
  const isBelow = wanted <= below || below >= above;
  const rows = Math.max(1, Math.min(wanted, isBelow ? below : above) - 2);
  const end = said.length - rows;
  const scroll = Math.min(state.explained?.scroll ?? 0, end);
  const caption = end > 0 ? [span(`${scroll + 1}–${scroll + rows} of ${said.length}`, look.theme.dim)] : [];
  const title = truncateCells(printable(nameOf(value, evidence)), Math.max(10, width - 24));
  const options = { width, height: rows + 2, title, accent: look.theme.title, focused: true, caption };
  return {
    top: isBelow ? height - 1 - (rows + 2) : 1,
    lines: drawFramed(said.slice(scroll, scroll + rows), options, look),
    end,
  };
}

const LABEL = 11;

function drawSaid(value: ShownValue, evidence: Evidence, { width }: Size, look: Look): readonly Line[] {
  const { theme } = look;
  const label = width < NARROW ? 0 : LABEL;
  const shown: Line = [
    { ...span('shown'.padEnd(label).slice(0, label), theme.dim) },
    { ...span(value.text, theme.title), bold: true },
  ];
  return [
    shown,
    ...sayingsOf(value, evidence, look).flatMap((saying) => {
      const text = label === 0 && saying.label !== '' ? `${saying.label}: ${saying.text}` : saying.text;
      const color = saying.label === 'not known' ? theme.warn : saying.label === 'from' ? theme.dim : theme.text;
      return wrapCells(printable(text), width - label).map(
        (line, i): Line => [span((i === 0 ? saying.label : '').padEnd(label).slice(0, label), theme.dim), span(line, color)],
      );
    }),
  ];
}

/** Below this the labels stand in the text. */
const NARROW = 50;
