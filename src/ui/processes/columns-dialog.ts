import { type ColumnName, columnNames } from '../../config/settings.ts';
import { padCells } from '../../units/cells.ts';
import type { Dialog, DialogStep, Hint } from '../dialog.ts';
import { type Line, span } from '../draw/line.ts';
import { drawSelected } from '../draw/selected.ts';
import type { Look } from '../look.ts';
import type { Size } from '../panels/panel.ts';
import { columns } from './columns.ts';
import { isAskedFor, shownColumns } from './fitting.ts';
import type { ProcessView } from './view.ts';

interface Choice {
  /** What it goes back to. */
  readonly before: Pick<ProcessView, 'columns' | 'byHand'>;
  readonly byHand: ReadonlySet<ColumnName>;
  /** All there are, in the order in which they are shown, or would be. */
  readonly order: readonly ColumnName[];
  readonly shown: ReadonlySet<ColumnName>;
  readonly at: number;
}

/** Chooses columns and puts them in order. The list shows at once what comes of it. */
export function createColumnsDialog(view: ProcessView): Dialog {
  const shown = shownColumns(view);
  const { columns: chosen, byHand } = view;
  return dialogOf({
    before: { columns: chosen, byHand },
    byHand: byHand ?? new Set(),
    order: placeOthers(shown),
    shown: new Set(shown),
    at: 0,
  });
}

function dialogOf(choice: Choice): Dialog {
  return {
    title: 'columns',
    hints: HINTS,
    press: (key, _, view) => press(choice, key, view),
    click({ x, y }, { size }, view) {
      const across = acrossOf(size.width);
      const at = y * across + Math.floor(x / CELL);
      const isOne = x >= 0 && x < across * CELL && at < choice.order.length;
      return isOne ? step(toggle({ ...choice, at }), view) : { dialog: dialogOf(choice) };
    },
    // The list has shown what comes of it: it stays so.
    leave: () => ({}),
    draw: (_, size, look) => draw(choice, size, look),
  };
}

const HINTS: readonly Hint[] = [
  { keys: 'Space', text: 'show or hide' },
  { keys: '[ ]', text: 'move' },
  { keys: 'Enter', text: 'keep', press: 'enter' },
  { keys: 'Esc', text: 'revert', press: 'escape' },
  { keys: 'd', text: 'default', press: 'd' },
];

function press(choice: Choice, key: string, view: ProcessView): DialogStep {
  const { order, at, before } = choice;
  switch (key) {
    case 'escape':
    case 'q':
      return { view: { ...view, ...before } };
    case 'enter':
      return {};
    case 'space':
    case 'x':
      return step(toggle(choice), view);
    case '[':
    case '<':
    case 'shift+left':
    case 'shift+up':
      return step(move(choice, -1), view);
    case ']':
    case '>':
    case 'shift+right':
    case 'shift+down':
      return step(move(choice, 1), view);
    case 'd': {
      const shown = shownColumns({});
      const usual = { ...choice, byHand: new Set<ColumnName>(), order: placeOthers(shown), shown: new Set(shown) };
      return { dialog: dialogOf(usual), view: { ...view, columns: undefined, byHand: undefined } };
    }
    case 'right':
    case 'down':
    case 'tab':
      return { dialog: dialogOf({ ...choice, at: (at + 1) % order.length }) };
    case 'left':
    case 'up':
    case 'shift+tab':
      return { dialog: dialogOf({ ...choice, at: (at + order.length - 1) % order.length }) };
    case 'home':
      return { dialog: dialogOf({ ...choice, at: 0 }) };
    case 'end':
      return { dialog: dialogOf({ ...choice, at: order.length - 1 }) };
    default:
      return { dialog: dialogOf(choice) };
  }
}

function step(choice: Choice, view: ProcessView): DialogStep {
  const { order, shown, byHand } = choice;
  return { dialog: dialogOf(choice), view: { ...view, columns: order.filter((name) => shown.has(name)), byHand } };
}

/** CPU and the command are always there. */
const FIXED: ReadonlySet<ColumnName> = new Set<ColumnName>(['cpu', 'command']);

function toggle(choice: Choice): Choice {
  const name = choice.order[choice.at];
  if (name === undefined || FIXED.has(name)) return choice;
  const [shown, byHand] = [new Set(choice.shown), new Set(choice.byHand)];
  if (shown.delete(name)) byHand.delete(name);
  else for (const set of [shown, byHand]) set.add(name);
  return { ...choice, shown, byHand };
}

function move(choice: Choice, by: 1 | -1): Choice {
  const { order, at } = choice;
  const [name, to] = [order[at], at + by];
  if (name === undefined || to < 0 || to >= order.length) return choice;
  return { ...choice, order: order.toSpliced(at, 1).toSpliced(to, 0, name), at: to };
}

/** Those that aren't shown stand behind the one that they usually follow. */
function placeOthers(shown: readonly ColumnName[]): readonly ColumnName[] {
  const order = [...shown];
  columnNames.forEach((name, i) => {
    if (!order.includes(name)) order.splice(order.indexOf(columnNames[i - 1] ?? name) + 1, 0, name);
  });
  return order;
}

/** Of a name with its box, and the gap behind. */
const CELL = 14;
/** With so many more lines of screen than of names, one is left blank. */
const ROOMY = 10;

function acrossOf(width: number): number {
  return Math.max(1, Math.floor((width + 2) / CELL));
}

function draw({ order, shown, at, byHand }: Choice, { width, height }: Size, look: Look): readonly Line[] {
  const { theme, ascii } = look;
  const across = acrossOf(width);
  const cells = order.map((name, i): Line => {
    const box = `[${shown.has(name) ? (FIXED.has(name) ? '=' : 'x') : ' '}] `;
    const current = i === at;
    const mark = current ? (ascii ? '>' : '▸') : ' ';
    const line = [span(padCells(`${mark}${box}${name}`, CELL), shown.has(name) ? theme.title : theme.dim)];
    return current ? drawSelected(line, look) : line;
  });
  const rows = Array.from({ length: Math.ceil(cells.length / across) }, (_, row) =>
    cells.slice(row * across, (row + 1) * across).flat(),
  );
  const name = order[at] ?? 'cpu';
  const gap: readonly Line[] = height >= rows.length + ROOMY ? [[]] : [];
  return [...rows, ...gap, [span(meaningOf(name), theme.text), span(noteOf(name, byHand), theme.dim)]];
}

function meaningOf(name: ColumnName): string {
  return name === 'command' ? 'command line, or the name where there is none' : columns[name].meaning;
}

function noteOf(name: ColumnName, byHand: ReadonlySet<ColumnName>): string {
  if (FIXED.has(name)) return '; always shown';
  return isAskedFor(name, { byHand }) ? '; stays longest where there is little room' : '';
}
