import type { InForce } from '../../config/configuration.ts';
import { cellWidth, padCells, printable, truncateCells, truncateCellsStart } from '../../units/cells.ts';
import { fitLine, type Line, span, spreadLine } from '../draw/line.ts';
import { drawSelected } from '../draw/selected.ts';
import { wrapCells } from '../draw/wrap.ts';
import type { Look } from '../look.ts';
import type { Cell, Size } from '../panels/panel.ts';
import { type SettingRow, settingRows, walks } from './rows.ts';
import type { SettingsChoice } from './settings-dialog.ts';
import { formatOrigin, formatProblem, formatValue, keyOf } from './text.ts';

/** The rows around the chosen one, what that one means or what is wrong, and the file. */
export function drawSettings(choice: SettingsChoice, inForce: InForce, { width, height }: Size, look: Look): readonly Line[] {
  const { theme } = look;
  const row = settingRows[choice.at];
  const trouble = troubleIn(inForce, width, height);
  const problem = choice.typing?.problem ?? (trouble.length === 0 ? inForce.trouble : undefined);
  const wrong = choice.note ?? (problem && formatProblem(problem));
  const said = wrapCells(wrong ?? (row ? `${row.option.help}.` : ''), width).slice(0, WORDS);
  // As many lines as it may take, so that nothing moves from row to row.
  const below: Line[] = [
    ...trouble.map((line): Line => [span(line, theme.critical)]),
    ...(height >= ROOMY ? [[]] : []),
    ...Array.from({ length: WORDS }, (_, i): Line => [span(said[i] ?? '', wrong ? theme.critical : theme.text)]),
    spreadLine(drawFile(inForce, look), [span(`${choice.at + 1} of ${settingRows.length}`, theme.dim)], width),
  ];
  const { from, room } = windowOf(choice, height);
  const rows = settingRows
    .slice(from, from + room)
    .map((one, i) => drawRow(one, from + i === choice.at ? choice : undefined, inForce, width, look));
  return [...rows, ...below].map((line) => fitLine(line, width));
}

/** The row that stands on a line, and at a cell of it what changes it: back, or on. */
export function settingAt(choice: SettingsChoice, { x, y }: Cell, { height }: Size): SettingSpot | undefined {
  const { from, room } = windowOf(choice, height);
  if (y < 0 || y >= room) return undefined;
  const at = from + y;
  return { at, by: at === choice.at && x >= NAME + 2 && x <= NAME + 3 ? -1 : 1 };
}

export interface SettingSpot {
  readonly at: number;
  readonly by: 1 | -1;
}

/** Which rows are in sight. */
function windowOf({ at }: SettingsChoice, height: number) {
  const below = WORDS + 1;
  const room = Math.max(1, Math.min(settingRows.length, Math.max(LEAST, Math.floor(height * SHARE)), height - below));
  return { from: Math.max(0, Math.min(at - Math.floor(room / 2), settingRows.length - room)), room };
}

/** What is wrong with the file, as far as the rows leave room. */
function troubleIn({ trouble }: InForce, width: number, height: number): readonly string[] {
  const room = height - LEAST - WORDS - 1;
  return trouble === undefined || room < 1 ? [] : wrapCells(formatProblem(trouble), width).slice(0, Math.min(WORDS, room));
}

/** Lines of help. */
const WORDS = 2;
/** With so many lines of screen, one is left blank above the help. */
const ROOMY = 20;
/** Rows that are shown however small the screen is. */
const LEAST = 3;
/** Of the screen: what changes has to be seen above. */
const SHARE = 0.35;

const NAME = Math.max(...settingRows.map(({ key }) => cellWidth(key)));
const ORIGIN = 16;
/** Cells of a value that are worth more than where it comes from. */
const ENOUGH = 24;
/** Wider values would set their origin far away. */
const MOST_VALUE = 64;

function drawRow(row: SettingRow, choice: SettingsChoice | undefined, inForce: InForce, width: number, look: Look): Line {
  const { theme, ascii } = look;
  const { name, key, option } = row;
  const origin = width >= NAME + ORIGIN + ENOUGH ? ORIGIN : 0;
  const room = Math.min(MOST_VALUE, width - NAME - origin - 7);
  const unsaved = inForce.unsaved.includes(name);
  const mark = span(choice ? (ascii ? '> ' : '▸ ') : '  ', theme.focus);
  const label = { ...span(padCells(key, NAME), choice ? theme.focus : theme.text), bold: choice !== undefined };
  const from = span(` ${padCells(truncateCells(formatOrigin(name, inForce), origin), origin)}`, unsaved ? theme.warn : theme.dim);
  if (choice?.typing) {
    const text = truncateCellsStart(printable(choice.typing.text), Math.max(1, room));
    return [mark, label, span('  ', theme.key), span(text, theme.title), { text: ' ', inverse: true }];
  }
  const [less, more] = ascii ? ['<', '>'] : ['‹', '›'];
  const arrows = choice !== undefined && walks(row);
  const value = truncateCells(printable(formatValue(option, inForce.values[name])), room);
  const line = [
    mark,
    label,
    span(` ${arrows ? less : ' '}`, theme.key),
    { ...span(value, theme.title), bold: choice !== undefined },
    span(arrows ? more : ' ', theme.key),
    span(' '.repeat(Math.max(0, room - cellWidth(value)))),
    ...(origin > 0 ? [from] : [span(unsaved ? ' *' : '', theme.warn)]),
  ];
  return choice ? drawSelected(fitLine(line, width), look) : line;
}

/** Where it would be saved, and what of it isn't. */
function drawFile({ path, unsaved }: InForce, { theme }: Look): Line {
  if (unsaved.length === 0) return [span(path, theme.dim)];
  return [span(`not saved: ${unsaved.map(keyOf).join(', ')}`, theme.warn), span(`  ${path}`, theme.dim)];
}
