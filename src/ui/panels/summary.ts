import { findCulprit, hasCulprit } from '../../alerts/culprit.ts';
import type { Frame } from '../../monitor.ts';
import type { History } from '../../sampling/history.ts';
import type { Sample } from '../../sampling/sample.ts';
import { padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { formatDuration } from '../../units/format.ts';
import type { Seconds } from '../../units/quantity.ts';
import type { Series } from '../draw/graph.ts';
import { joinWhatFits, type Line, lineWidth, type Span, span, telling } from '../draw/line.ts';
import { summarize } from '../draw/scale.ts';
import { spanStart } from '../draw/time-axis.ts';
import type { Look } from '../look.ts';

export interface SummaryOptions {
  /** What the values are, as a span tells it. */
  readonly tells: string;
  /** The latest value, if it is known. */
  readonly now: number | undefined;
  /** Cells that a value needs at most. */
  readonly cells: number;
  /** The cells that there are. */
  readonly room: number;
  format(value: number): string;
}

/** A name has so many cells at most, which are as many as the kernel keeps of it; and with less it says nothing. */
export const NAME = 15;
export const LEAST_NAME = 8;

/**
 * "now 12.3%  over  2 m  mean 10.1%  peak 96.0% ffmpeg": of the time that graphs span, or of all that is remembered. Largest
 * values have no mean. The name keeps its place, however long it is, so that nothing before it moves.
 */
export function drawSummary(
  { sample, history, peaks }: Frame,
  series: Series,
  { tells, now, cells, room, format }: SummaryOptions,
  look: Look,
): Line {
  const start = look.span === undefined ? 0 : spanStart(history, look.span);
  const summary = summarize(series, start);
  if (!summary) return [];
  const { dim, text } = look.theme;
  const value = (name: string, amount: number | undefined): Line => [
    span(`${name} `, dim),
    telling(
      span(padCellsStart(amount === undefined ? '–' : format(amount), cells), text),
      name === 'now' ? tells : `${name}(${tells})`,
    ),
  ];
  const extremes: readonly Line[] = [...(history === peaks ? [] : [value('mean', summary.mean)]), value('peak', summary.peak)];
  const timed: readonly Line[] = [drawOver(history, start, look), ...extremes];
  const blames = mayBlame(tells, sample);
  const named = blames ? 1 + LEAST_NAME : 0;
  const choices = [[value('now', now), ...timed], timed, extremes];
  const fitting = choices.find((some) => widthOf(some) + named <= room) ?? (widthOf(extremes) <= room ? extremes : undefined);
  if (!fitting) return [];
  const numbers = joinWhatFits(fitting, room, GAP);
  const place = Math.min(NAME, room - lineWidth(numbers) - 1);
  if (!blames || place < LEAST_NAME) return numbers;
  const culprit = culpritAt(history, summary.peakAt, tells) ?? '';
  return [...numbers, drawName(culprit, place, look)];
}

const GAP = '  ';

function widthOf(parts: readonly Line[]): number {
  return parts.reduce((sum, part) => sum + lineWidth(part), GAP.length * (parts.length - 1));
}

/** Without a list of processes there is nobody to name, and no place to keep. */
export function mayBlame(metric: string, { process }: Sample): boolean {
  return process.state === 'ok' && hasCulprit({ metric, comparison: '>' });
}

export function culpritAt(history: History, at: number, metric: string): string | undefined {
  const sample = history[at];
  const culprit = sample && findCulprit({ metric, comparison: '>' }, sample);
  return culprit && printable(culprit.name);
}

/** A name behind the peak that is its own, in a place of so many cells. */
export function drawName(name: string, cells: number, { theme }: Look): Span {
  return span(padCells(` ${truncateCells(name, cells)}`, 1 + cells), theme.text);
}

/** Of how long the statistics are. */
export function drawOver(history: History, start: number, look: Look): Line {
  return [span(`over ${drawLength(history, start, look)}`, look.theme.dim)];
}

/** How long that is, and of how long where less is known than was asked for. */
function drawLength(history: History, start: number, { span: wanted }: Look): string {
  const first = history[start]?.moment;
  const last = history.at(-1)?.moment;
  const seconds = first && last ? (last.time - first.time) / 1000 : 0;
  if (wanted === undefined) return formatRoughly(seconds);
  return start > 0 || seconds >= wanted ? formatRoughly(wanted) : `${formatRoughly(seconds)} of ${formatRoughly(wanted)}`;
}

/** "59 s", " 9 m", " 1 h": whole and equally wide, as it grows with each sample. */
function formatRoughly(seconds: Seconds): string {
  const unit = seconds < 60 ? 1 : seconds < 3600 ? 60 : 3600;
  return padCellsStart(formatDuration(Math.floor(seconds / unit) * unit), 4);
}
