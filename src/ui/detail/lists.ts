import { known } from '../../metrics/outcome.ts';
import type { OpenedFile, OpenedFiles } from '../../metrics/process/detail/files.ts';
import type { Socket, Sockets } from '../../metrics/process/detail/sockets.ts';
import type { Thread, Threads } from '../../metrics/process/detail/threads.ts';
import { padCells, padCellsStart, printable, truncateCells, truncateCellsStart } from '../../units/cells.ts';
import { formatDuration, formatPercent, PERCENT_WIDTH } from '../../units/format.ts';
import { type Line, type Span, span, strong, telling } from '../draw/line.ts';
import { colorOfShare } from '../draw/share-color.ts';
import type { Look } from '../look.ts';
import type { Inspection } from './inspection.ts';
import type { Section } from './section.ts';

/** What it holds and what it consists of: sockets, threads, files. */
export function listsOf({ facts }: Inspection, width: number, look: Look): readonly Section[] {
  const detail = facts?.state === 'ok' ? facts.value : undefined;
  if (detail === undefined) return [];
  const [sockets, threads, files] = [known(detail.sockets), known(detail.threads), known(detail.files)];
  return [
    ...(sockets && files ? [drawSockets(sockets, files, look)] : []),
    ...(threads ? [drawThreads(threads, look)] : []),
    ...(files ? [drawFiles(files, width, look)] : []),
  ];
}

function drawSockets({ count, known: all, others }: Sockets, files: OpenedFiles, look: Look): Section {
  const { dim } = look.theme;
  const unseen = files.count - files.first.length;
  const notes = [
    ...(others > 0
      ? [telling(span(`${others} of other kinds, or of another network namespace`, dim), 'detail.sockets.others')]
      : []),
    ...(unseen > 0 ? [telling(span(`${unseen} files were not looked at`, dim), 'detail.files.count')] : []),
  ];
  return {
    title: 'Sockets',
    count: countOf(count, 'detail.sockets.count', look),
    rows: [...all.map((one) => drawSocket(one, look)), ...notes.map((note) => [note])].map((line) => ({ line })),
  };
}

/** "SYN_RECV" and the like are rarer than these. */
const STATE = 11;
const KIND = 5;

function drawSocket({ descriptor, kind, state, local, remote }: Socket, { theme: { dim, text, ok } }: Look): Line {
  const value = (field: keyof Socket, shown: string, color = text) =>
    telling(span(shown, color), `detail.sockets.known.${field}`, String(descriptor));
  return [
    value('kind', `${padCells(kind, KIND)} `, dim),
    value('state', `${padCells(state, STATE)} `, state === 'LISTEN' ? ok : text),
    value('local', printable(local ?? (kind === 'unix' ? '(no name)' : '–'))),
    ...(remote === undefined ? [] : [span(' → ', dim), value('remote', remote)]),
  ];
}

const ID = 7;
/** The kernel keeps 15 characters of a name. */
const NAME = 15;

function drawThreads({ count, first }: Threads, look: Look): Section {
  const lines = first.map((one) => drawThread(one, look));
  return { title: 'Threads', ...countedRows(lines, count, 'detail.threads.count', look) };
}

function drawThread({ id, name, state, usage, cpuTime }: Thread, look: Look): Line {
  const { dim, text } = look.theme;
  const value = (field: string, shown: string, color?: string) =>
    telling(span(shown, color), `detail.threads.first.${field}`, String(id));
  return [
    value('id', `${padCellsStart(String(id), ID)} `, dim),
    value('name', `${padCells(truncateCells(printable(name), NAME), NAME)} `, text),
    value('state', `${state} `, dim),
    value('usage', padCellsStart(formatPercent(usage), PERCENT_WIDTH + 1), colorOfShare(usage, look)),
    value('cpu_time', `  ${formatDuration(cpuTime)}`, dim),
  ];
}

const DESCRIPTOR = 4;

function drawFiles({ count, first }: OpenedFiles, width: number, look: Look): Section {
  const lines = first.map((one) => drawFile(one, width, look));
  return { title: 'Open files', ...countedRows(lines, count, 'detail.files.count', look) };
}

function drawFile({ descriptor, target }: OpenedFile, width: number, { theme: { dim, text } }: Look): Line {
  // The end of a path says more than its beginning.
  const shown = truncateCellsStart(printable(target ?? '(closed meanwhile)'), width - DESCRIPTOR - 1);
  const item = String(descriptor);
  return [
    telling(span(`${padCellsStart(item, DESCRIPTOR)} `, dim), 'detail.files.first.descriptor', item),
    telling(span(shown, text), 'detail.files.first.target', item),
  ];
}

/** The lines, and how many of all are not among them. */
function countedRows(lines: readonly Line[], count: number, tells: string, look: Look): Pick<Section, 'count' | 'rows'> {
  const unseen = count - lines.length;
  const rest = unseen > 0 ? [[telling(span(`and ${unseen} more`, look.theme.dim), tells)]] : [];
  return { count: countOf(count, tells, look), rows: [...lines, ...rest].map((line) => ({ line })) };
}

function countOf(count: number, tells: string, { theme }: Look): Span {
  return strong(String(count), theme.title, tells);
}
