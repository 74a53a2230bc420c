import { known } from '../../metrics/outcome.ts';
import type { OpenedFile, OpenedFiles } from '../../metrics/process/detail/files.ts';
import type { Socket, Sockets } from '../../metrics/process/detail/sockets.ts';
import type { Thread, Threads } from '../../metrics/process/detail/threads.ts';
import { padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { formatDuration, formatPercent, PERCENT_WIDTH } from '../../units/format.ts';
import { type Line, span } from '../draw/line.ts';
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

function drawSockets({ known: all, others }: Sockets, files: OpenedFiles, look: Look): Section {
  const { dim } = look.theme;
  const unseen = files.count - files.first.length;
  const notes = [
    ...(others > 0 ? [`${others} of other kinds, or of another network namespace`] : []),
    ...(unseen > 0 ? [`${unseen} files were not looked at`] : []),
  ];
  return {
    title: `Sockets  ${all.length + others}`,
    rows: [...all.map((one) => drawSocket(one, look)), ...notes.map((note): Line => [span(note, dim)])].map((line) => ({ line })),
  };
}

/** "SYN_RECV" and the like are rarer than these. */
const STATE = 11;
const KIND = 5;

function drawSocket({ kind, state, local, remote }: Socket, { theme: { dim, text, ok } }: Look): Line {
  return [
    span(`${padCells(kind, KIND)} `, dim),
    span(`${padCells(state, STATE)} `, state === 'LISTEN' ? ok : text),
    span(printable(local ?? (kind === 'unix' ? '(no name)' : '–')), text),
    ...(remote === undefined ? [] : [span(' → ', dim), span(remote, text)]),
  ];
}

const ID = 7;
/** The kernel keeps 15 characters of a name. */
const NAME = 15;

function drawThreads({ count, first }: Threads, look: Look): Section {
  const unseen = count - first.length;
  const lines = first.map((one) => drawThread(one, look));
  const rest: Line[] = unseen > 0 ? [[span(`and ${unseen} more`, look.theme.dim)]] : [];
  return { title: `Threads  ${count}`, rows: [...lines, ...rest].map((line) => ({ line })) };
}

function drawThread({ id, name, state, usage, cpuTime }: Thread, look: Look): Line {
  const { dim, text } = look.theme;
  return [
    span(`${padCellsStart(String(id), ID)} `, dim),
    span(`${padCells(truncateCells(printable(name), NAME), NAME)} `, text),
    span(`${state} `, dim),
    span(padCellsStart(formatPercent(usage), PERCENT_WIDTH + 1), look.ramp(usage ?? 0)),
    span(`  ${formatDuration(cpuTime)}`, dim),
  ];
}

const DESCRIPTOR = 4;

function drawFiles({ count, first }: OpenedFiles, width: number, look: Look): Section {
  const unseen = count - first.length;
  const lines = first.map((one) => drawFile(one, width, look));
  const rest: Line[] = unseen > 0 ? [[span(`and ${unseen} more`, look.theme.dim)]] : [];
  return { title: `Open files  ${count}`, rows: [...lines, ...rest].map((line) => ({ line })) };
}

function drawFile({ descriptor, target }: OpenedFile, width: number, { theme: { dim, text } }: Look): Line {
  return [
    span(`${padCellsStart(String(descriptor), DESCRIPTOR)} `, dim),
    span(truncateStart(printable(target ?? '(closed meanwhile)'), width - DESCRIPTOR - 1), text),
  ];
}

/** The end of a path says more than its beginning. */
function truncateStart(text: string, width: number): string {
  if (text.length <= width || width < 2) return text;
  return `…${text.slice(text.length - width + 1)}`;
}
