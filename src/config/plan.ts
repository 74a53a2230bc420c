import { oneOf, suggest } from '../units/nearest.ts';
import { isProblem, type Parsed, type Problem, quote, type Row } from './kind.ts';
import { type PanelName, type Plan, type PlanCell, type PlanRow, panelNames } from './settings.ts';

/** Larger ones are mistakes. */
const MOST_WEIGHT = 100;

const GRAMMAR = 'write rows like cpu, processes 3 or [memory, network 2], a line each';

/**
 * A layout as rows of the screen: `cpu`, `cpu 2` with a weight, or a list of panels side by side: `[memory, network 2]`. In
 * a list the weights are widths, and a number at its end is the weight of the row: `[memory, network 2, 3]`.
 */
export function parsePlan(written: unknown): Parsed<readonly PlanRow[]> {
  if (!Array.isArray(written) || written.length === 0) return { problem: `${quote(written)} is not a layout; ${GRAMMAR}` };
  const rows: PlanRow[] = [];
  const taken = new Set<PanelName>();
  for (const [item, one] of written.entries()) {
    const row = parseRow(one);
    if (isProblem(row)) return { ...row, item };
    for (const { panel } of row.value.cells) {
      if (taken.has(panel)) return { problem: `${panel} stands in this layout twice; leave one out`, item };
      taken.add(panel);
    }
    rows.push(row.value);
  }
  return { value: rows };
}

/** The panels that a layout shows, in the order of their keys; where it flows, all. */
export function panelsOf(plan: Plan = 'flow'): readonly PanelName[] {
  if (plan === 'flow') return panelNames;
  const named = plan.flatMap(({ cells }) => cells.map(({ panel }) => panel));
  return panelNames.filter((panel) => named.includes(panel));
}

/** As it is written. */
export function writePlan(plan: Plan): readonly Row[] {
  if (plan === 'flow') return [];
  return plan.map(({ weight, cells }) => {
    const [only] = cells;
    if (cells.length === 1 && only) return writeCell({ ...only, weight });
    return [...cells.map(writeCell), ...(weight === 1 ? [] : [weight])];
  });
}

function writeCell({ panel, weight }: PlanCell): string {
  return weight === 1 ? panel : `${panel} ${weight}`;
}

function parseRow(written: unknown): Parsed<PlanRow> {
  if (!Array.isArray(written)) {
    const cell = parseCell(written);
    return isProblem(cell) ? cell : { value: { weight: cell.value.weight, cells: [{ ...cell.value, weight: 1 }] } };
  }
  const last: unknown = written.at(-1);
  const weight = typeof last === 'number' ? last : 1;
  const names = typeof last === 'number' ? written.slice(0, -1) : written;
  if (!isWeight(weight)) return refuseWeight(weight);
  if (names.length === 0) return { problem: `a row without a panel; ${GRAMMAR}` };
  const cells: PlanCell[] = [];
  for (const name of names) {
    const cell = parseCell(name);
    if (isProblem(cell)) return cell;
    cells.push(cell.value);
  }
  return { value: { weight, cells } };
}

function parseCell(written: unknown): Parsed<PlanCell> {
  const [name = '', digits, ...more] = typeof written === 'string' ? written.trim().split(/\s+/) : [];
  if (name === '' || more.length > 0) return { problem: `${quote(written)} is not a panel and its weight; ${GRAMMAR}` };
  const panel = panelNames.find((known) => known === name);
  if (panel === undefined) {
    return { problem: `there is no panel ${quote(name)}; ${suggest(name, panelNames, `use ${oneOf(panelNames)}`)}` };
  }
  const weight = digits === undefined ? 1 : /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return isWeight(weight) ? { value: { panel, weight } } : refuseWeight(digits);
}

function isWeight(weight: number): boolean {
  return Number.isInteger(weight) && weight >= 1 && weight <= MOST_WEIGHT;
}

function refuseWeight(written: unknown): Problem {
  return { problem: `${quote(written)} is not a weight; write a whole number from 1 to ${MOST_WEIGHT}` };
}
