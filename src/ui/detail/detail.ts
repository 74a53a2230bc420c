import { printable } from '../../units/cells.ts';
import { formatDuration } from '../../units/format.ts';
import { beside, fitLine, joinWhatFits, type Line, span, strong, telling } from '../draw/line.ts';
import type { Look } from '../look.ts';
import type { Size } from '../panels/panel.ts';
import { factsOf } from './facts.ts';
import { drawGraphs } from './graphs.ts';
import type { Inspection } from './inspection.ts';
import { lacksOf } from './lacks.ts';
import { listsOf } from './lists.ts';
import { drawSections } from './section.ts';

/** From this width on, facts stand beside lists. */
const TWO_COLUMNS = 110;
const GAP = 2;
/** What graphs get of the height. */
const GRAPH_SHARE = 0.3;

/** All of a process, as lines to be scrolled: who it is, what it used, what it is and holds. `copyKey` copies its command line. */
export function drawDetail(
  inspection: Inspection,
  now: number,
  { width, height }: Size,
  look: Look,
  copyKey?: string,
): readonly Line[] {
  const graphs = drawGraphs(inspection, { width, height: Math.round(height * GRAPH_SHARE) }, look);
  return [...drawHead(inspection, now, width, look), ...graphs, [], ...drawBody(inspection, width, look, copyKey)];
}

function drawBody(inspection: Inspection, width: number, look: Look, copyKey: string | undefined): readonly Line[] {
  const all = factsOf(inspection, copyKey);
  const [identity, ...others] = all;
  const lacks = lacksOf(inspection);
  if (width < TWO_COLUMNS) {
    const first = identity ? [identity, ...lacks] : lacks;
    return drawSections([...first, ...others, ...listsOf(inspection, width, look)], width, look);
  }
  const left = Math.floor((width - GAP) / 2);
  const right = width - GAP - left;
  const facts = drawSections(all, left, look).map((line) => fitLine(line, left));
  const lists = drawSections([...lacks, ...listsOf(inspection, right, look)], right, look);
  const rows = Math.max(facts.length, lists.length);
  const blank: Line = [span(' '.repeat(left))];
  return beside([[...facts, ...Array.from({ length: rows - facts.length }, () => blank)], lists], rows, ' '.repeat(GAP));
}

function drawHead({ process, track, ended }: Inspection, now: number, width: number, look: Look): readonly Line[] {
  const { theme } = look;
  const { id, name, pid, state, user, unit } = process;
  const value = (shown: string, field: string, color = theme.text) => telling(span(shown, color), `process.all.${field}`, id);
  const fact = (label: string, shown: string, field: string): Line => [span(`${label} `, theme.dim), value(shown, field)];
  const head = joinWhatFits(
    [
      [strong(printable(name), theme.title, 'process.all.name', id)],
      fact('pid', String(pid), 'pid'),
      ended === undefined
        ? [value(printable(state), 'state', theme.title), value(` ${STATES[state] ?? ''}`, 'state')]
        : [strong(endedText(now - ended), theme.warn, 'process.all.state', id)],
      user === undefined ? [] : fact('user', printable(user), 'user'),
      unit === undefined ? [] : fact('unit', printable(unit), 'unit'),
      track === undefined
        ? []
        : [span('seen for ', theme.dim), telling(span(formatDuration(Math.round(track.length)), theme.text), 'time(process)')],
    ],
    width,
  );
  return [head];
}

function endedText(since: number): string {
  return since < 1 ? 'has just ended' : `ended ${formatDuration(Math.round(since))} ago`;
}

const STATES: Readonly<Record<string, string>> = {
  R: 'running',
  S: 'sleeping',
  D: 'waiting for a device',
  Z: 'ended, its parent has not asked how',
  T: 'stopped',
  t: 'stopped by a tracer',
  I: 'idle in the kernel',
  X: 'dead',
};
