import type { QueryProblem } from '../../processes/query.ts';
import { cellWidth, printable, truncateCellsStart } from '../../units/cells.ts';
import { fitLine, type Line, lineWidth, span } from '../draw/line.ts';
import type { Look } from '../look.ts';
import type { Listing } from './listing.ts';
import type { Processes } from './processes.ts';
import type { ProcessView } from './view.ts';

/** How many lines {@link drawPrompts} takes. */
export function promptRows({ editing, query, find }: ProcessView, lack: Listing['lack']): number {
  return (editing || query !== '' ? 1 : 0) + (find.open ? 1 : 0) + (lack === undefined ? 0 : 1);
}

/** The query while it is typed or in force, and what is being found, each with what came of it; and why the list isn't whole. */
export function drawPrompts({ view, listing }: Processes, width: number, look: Look): readonly Line[] {
  const lines: Line[] = [];
  if (view.editing || view.query !== '') {
    const { ids, total, problem } = listing;
    const result = problem ? drawProblem(problem, look) : [span(`${ids.length} of ${total}`, look.theme.dim)];
    lines.push(drawPrompt('/ ', view.query, view.editing, { result, at: problem?.at }, width, look));
  }
  if (view.find.open) {
    const { query } = view.find;
    lines.push(drawPrompt('find ', query, true, resultOfFind(view, listing, look), width, look));
  }
  if (listing.lack !== undefined) lines.push(fitLine([span(printable(listing.lack), look.theme.warn)], width));
  return lines;
}

/** What is typed, as much of its end as there is room for: that is where one types. */
export function drawTyped(text: string, width: number, look: Look, wrong?: number): Line {
  const shown = printable(text);
  const { text: color, critical } = look.theme;
  const cut = truncateCellsStart(shown, Math.max(1, width));
  const missing = cut === shown ? 0 : shown.length - (cut.length - 1);
  if (wrong === undefined || wrong >= shown.length) return [span(cut, color)];
  const at = cut === shown ? wrong : Math.max(0, wrong - missing + 1);
  const [character = ''] = cut.slice(at);
  return [
    span(cut.slice(0, at), color),
    { ...span(character, critical), inverse: true },
    span(cut.slice(at + character.length), color),
  ];
}

interface Result {
  readonly result: Line;
  readonly at?: number | undefined;
}

function drawPrompt(sign: string, text: string, typing: boolean, { result, at }: Result, width: number, look: Look): Line {
  const cursor = typing ? [{ text: ' ', inverse: true }] : [];
  const told = lineWidth(result) + GAP.length;
  const room = width - sign.length - cursor.length;
  // Half of the line is the query's, if it takes so much; the rest is for what came of it.
  const typed = drawTyped(text, Math.max(Math.floor(room / 2), room - told), look, at);
  const line = [span(sign, look.theme.key), ...typed, ...cursor, span(GAP), ...result];
  return cellWidth(text) === 0 && result.length === 0
    ? fitLine([span(sign, look.theme.key), ...cursor], width)
    : fitLine(line, width);
}

const GAP = '  ';

function resultOfFind({ find, selected }: ProcessView, listing: Listing, look: Look): Result {
  if (find.query.trim() === '') return { result: [] };
  const found = listing.find(find.query);
  if ('problem' in found) return { result: drawProblem(found, look), at: found.at };
  if (found.size === 0) return { result: [span('nothing here is like that', look.theme.warn)] };
  const place = listing.ids.filter((id) => found.has(id)).indexOf(selected ?? '') + 1;
  return { result: [span(place > 0 ? `${place} of ${found.size}` : `${found.size} found`, look.theme.dim)] };
}

function drawProblem({ at, problem }: QueryProblem, { theme }: Look): Line {
  // It repeats what was typed, or pasted.
  return [span(`at ${at + 1}: ${printable(problem)}`, theme.critical)];
}
