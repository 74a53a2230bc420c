import { type ColumnName, columnNames } from '../../config/settings.ts';
import type { SortKey } from '../../processes/order.ts';
import { rememberLast } from '../../units/remember-last.ts';
import type { FixedColumnName } from './cell.ts';
import { columns } from './columns.ts';
import type { ProcessView } from './view.ts';

/** The columns that fit, and where among them the command stands, which takes so many cells. */
export interface Fitting {
  readonly before: readonly FixedColumnName[];
  readonly command: number;
  readonly after: readonly FixedColumnName[];
}

/** Shown where nobody chose; in the order of importance: what comes last leaves first where there is no room. */
const BY_IMPORTANCE = [
  'cpu',
  'pid',
  'resident',
  'state',
  'history',
  'user',
  'io',
  'memory',
  'time',
  'threads',
  'nice',
] as const satisfies readonly FixedColumnName[];

/** What a command gets before most columns; before memory, history and user; and before the pid, what the list is sorted by and what was chosen by hand. */
const MOST_COMMAND = 22;
const SHORT_COMMAND = 18;
const LEAST_COMMAND = 14;

/** From left to right, as chosen or as it is by default. CPU and the command are always among them. */
export function shownColumns({ columns: chosen }: Pick<ProcessView, 'columns'>): readonly ColumnName[] {
  if (chosen === undefined) return columnNames.filter((name) => name === 'command' || isDefault(name));
  const command: readonly ColumnName[] = chosen.includes('command') ? chosen : [...chosen, 'command'];
  return command.includes('cpu') ? command : command.toSpliced(command.indexOf('command'), 0, 'cpu');
}

function isDefault(name: ColumnName): boolean {
  return (BY_IMPORTANCE as readonly string[]).includes(name);
}

/** Whether it leaves only when those have that nobody asked for. */
export function isAskedFor(name: ColumnName, { byHand }: Pick<ProcessView, 'byHand'>): boolean {
  return !isDefault(name) || byHand?.has(name) === true;
}

/** As many of the columns as fit beside the command. What was asked for stays longest, in its order, and so does what the list is sorted by. */
export function fitColumns({ columns: chosen, byHand, sort }: Choice, width: number): Fitting {
  return arrangeColumns(chosen, byHand, sort, width);
}

type Choice = Pick<ProcessView, 'columns' | 'byHand' | 'sort'>;

const arrangeColumns = rememberLast(
  (chosen: Choice['columns'], byHand: Choice['byHand'], sort: SortKey, width: number): Fitting => {
    const view: Choice = { columns: chosen, byHand, sort };
    const names = shownColumns(view);
    const fixed = names.filter((name) => name !== 'command');
    const sorted = sortedColumn(fixed, view.sort);
    const rank = (name: FixedColumnName) => {
      if (name === 'cpu') return -2;
      if (name === sorted) return -1;
      return isAskedFor(name, view) ? names.indexOf(name) : names.length + (BY_IMPORTANCE as readonly string[]).indexOf(name);
    };
    // Before the command stands the mark of the selected row.
    let room = names[0] === 'command' ? width - 1 : width;
    const fitting = fixed
      .toSorted((a, b) => rank(a) - rank(b))
      .filter((name, i) => {
        const left = room - columns[name].width - 1;
        const wanted = name === 'pid' || name === sorted || isAskedFor(name, view);
        const telling = name === 'resident' || name === 'history' || name === 'user';
        if (i > 0 && left < (wanted ? LEAST_COMMAND : telling ? SHORT_COMMAND : MOST_COMMAND)) return false;
        room = left;
        return true;
      });
    const shown = names.filter((name) => name === 'command' || fitting.includes(name));
    const at = shown.indexOf('command');
    return { before: shown.slice(0, at).filter(isFixed), command: room, after: shown.slice(at + 1).filter(isFixed) };
  },
);

function isFixed(name: ColumnName): name is FixedColumnName {
  return name !== 'command';
}

/** Several columns may tell the same: the most important of those that do. */
function sortedColumn(names: readonly FixedColumnName[], sort: SortKey): FixedColumnName | undefined {
  const telling = names.filter((name) => columns[name].sort === sort);
  return BY_IMPORTANCE.find((name) => telling.includes(name)) ?? telling[0];
}
