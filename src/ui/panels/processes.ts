import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { formatBytesExactly, formatPercent, PERCENT_WIDTH } from '../../units/format.ts';
import { joinWhatFits, type Line, lineWidth, span, telling } from '../draw/line.ts';
import { drawSelected } from '../draw/selected.ts';
import { colorOfShare } from '../draw/share-color.ts';
import { thumbOf } from '../framed.ts';
import type { Look } from '../look.ts';
import { pointAtProcesses } from '../processes/pointing.ts';
import type { Processes } from '../processes/processes.ts';
import { drawPrompts, promptRows } from '../processes/prompt.ts';
import { addRecent } from '../processes/recent-cpu.ts';
import type { ListedRow } from '../processes/row.ts';
import { drawTable, markOf } from '../processes/table.ts';
import { windowStart } from '../processes/view.ts';
import { drawLack, drawShortLack } from './lack.ts';
import type { Panel, Size } from './panel.ts';

/** The room for the list is for so many processes, twice as many, and so on: panels don't move whenever one comes or goes. */
const STEADY = 2;
/** And for as many as there were in so many samples: what comes and goes at such a number doesn't move them, either. */
const RECENT = 300;
/** With room for so many it is a list, also where there are fewer: the whole screen is arranged otherwise where there is none. */
const FEWEST = 4;

export const processesPanel: Panel = {
  name: 'processes',
  title: 'processes',
  accent: 'processes',
  metrics: ['process'],
  demand(frame, { kernelThreads }) {
    const process = known(frame.sample.process);
    // Borders, the head; where there are none to see, why not. A query lists fewer, and takes its row from them.
    if (!process) return { least: 5, most: 5 };
    const { all, hidden } = process;
    const listed = kernelThreads ? all.length : all.reduce((sum, one) => sum + (one.kernelThread ? 0 : 1), 0);
    const count = Math.max(FEWEST, listed + fewerThanLately(frame, process.count));
    return { least: 5, most: (hidden === undefined ? 3 : 4) + Math.ceil(count / STEADY) * STEADY };
  },
  caption(frame, look, processes, room) {
    const process = known(frame.sample.process);
    if (!process) return [];
    const steady = drawCounts(process, processes, look, true);
    const isRoomy = steady.reduce((cells, part) => cells + lineWidth(part) + 2, -2) <= room;
    return joinWhatFits(isRoomy ? steady : drawCounts(process, processes, look, false), room);
  },
  draw: drawProcesses,
  thumb(frame, { height }, { view, listing }) {
    if (!known(frame.sample.process)) return undefined;
    const above = promptRows(view, listing.lack) + 1;
    const shown = height - above;
    return thumbOf(listing.ids.length, shown, windowStart(view, { ...listing, height: shown }), above);
  },
  at: (cell, frame, size, processes) => (known(frame.sample.process) ? pointAtProcesses(cell, size, processes) : []),
  compact(frame, { width, height }, look, processes) {
    if (!known(frame.sample.process)) return drawShortLack(frame.sample, 'process', 'processes', width, look).slice(0, height);
    const { view, listing } = processes;
    // Of one line a process is worth more.
    const prompts = drawPrompts(processes, width, look).slice(0, Math.max(0, height - 1));
    const room = height - prompts.length;
    const start = windowStart(view, { ...listing, height: room });
    return [...prompts, ...listing.rows(start, start + room).map((row) => drawShort(row, view, width, look))];
  },
  trends: () => [],
};

/** How many more processes there were at once, lately. */
function fewerThanLately({ history }: Frame, count: number): number {
  return Math.max(count, ...history.slice(-RECENT).map((past) => known(past.process)?.count ?? 0)) - count;
}

/** Cells for a number of processes, as many as most machines need. */
const COUNT = 3;
/** What no process accounts for is told where it is more than rounding. */
const LEAST_LOST = 0.005;
const LOST = 'unattributed ';

/** How many there are; and what is shown or hidden of them. @param steady With room for any value, so that none moves another. */
function drawCounts(process: ValueOf<'process'>, { view, listing }: Processes, look: Look, steady: boolean): readonly Line[] {
  const { dim, text, key } = look.theme;
  const { total, threads, hidden } = listing;
  const cells = steady ? COUNT : 0;
  const tagged = view.tagged.size > 0 ? process.all.filter(({ id }) => view.tagged.has(id)).length : 0;
  const listed = span(String(total - threads).padStart(cells), text);
  const lost = process.unattributed;
  const share = padCellsStart(formatPercent(lost), steady ? PERCENT_WIDTH : 0);
  const isLost = lost !== undefined && lost >= LEAST_LOST;
  return [
    hidden.length > 0
      ? [listed, span(' of ', dim), telling(span(String(process.count).padEnd(cells), dim), 'process.count')]
      : [telling(listed, 'process.count'), span(' in all', dim)],
    // They are what is acted on, also where a query hides them.
    ...(tagged > 0 ? [[span(`${tagged}`, key), span(' tagged', dim)]] : []),
    ...(threads > 0 ? [[telling(span(`${threads}`, text), 'process.threads'), span(' threads', dim)]] : []),
    ...hidden.map((what) => [span(what, dim)]),
    ...(isLost ? [[span(LOST, dim), telling(span(share, text), 'process.unattributed')]] : []),
    // Its place stays free.
    ...(!isLost && steady && lost !== undefined ? [[span(' '.repeat(LOST.length + PERCENT_WIDTH))]] : []),
  ];
}

/** "node 101  23.4%   312M", for terminals without room for a table. */
function drawShort(row: ListedRow, view: Processes['view'], width: number, look: Look): Line {
  const selected = row.id === view.selected;
  const color = colorOfShare(row.usage, look);
  const facts = [
    telling(span(formatPercent(row.usage).padStart(7), color), 'process.all.usage', row.id),
    telling(span(` ${formatBytesExactly(row.resident).padStart(6)}`, color), 'process.all.resident', row.id),
  ];
  const room = Math.max(4, width - lineWidth(facts));
  const name = padCells(
    truncateCells(`${markOf(row, view).trim()}${row.prefix ?? ''}${printable(row.name)} ${row.pid ?? row.note ?? ''}`, room),
    room,
  );
  const line = [telling(span(name, look.theme.dim), 'process.all.name', row.id), ...facts];
  return selected ? drawSelected(line, look) : line;
}

function drawProcesses(frame: Frame, { width, height }: Size, look: Look, processes: Processes): readonly Line[] {
  const { process } = frame.sample;
  if (!known(process)) return drawLack(frame.sample, 'process', 'processes', width, look, height);
  const prompts = drawPrompts(processes, width, look);
  const table = drawTable(
    processes,
    { width, height: height - prompts.length },
    {
      look,
      cores: processes.view.ofMachine ? coresOf(frame) : 1,
      recentCpu: ({ id, members }) =>
        members ? addRecent(members.map((one) => frame.tracks.recentCpu(one.id))) : frame.tracks.recentCpu(id),
    },
  );
  return [...prompts, ...table];
}

function coresOf(frame: Frame): number {
  return Math.max(1, known(frame.sample.cpu)?.cores.filter((core) => core.online).length ?? 1);
}
