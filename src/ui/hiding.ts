import { type PanelName, type Plan, panelNames } from '../config/settings.ts';
import { arrangeFlow } from './flow-layout.ts';
import type { Demands, Layout } from './layout.ts';
import type { Size } from './panels/panel.ts';
import { arrangeRows } from './rows-layout.ts';

/** Who gets a place first where there isn't room for all. docs/layouts.md has the same list, which a test compares. */
export const importance: readonly PanelName[] = ['cpu', 'processes', 'memory', 'network', 'disks', 'sensors'];

/** Of the panels, as many have to be seen; where they wouldn't, lines without borders show more. */
const LEAST_SHARE = 3 / 4;

/**
 * Pure: places for the visible panels in a body of this size. Where there isn't room for all, one after the other gets a
 * place, in this order, as long as all in sight have the least that they ask for; who finds none is hidden.
 */
export function arrange(
  plan: Plan,
  size: Size,
  visible: readonly PanelName[],
  demands: Demands,
  order: readonly PanelName[] = orderOf(plan),
): Layout {
  const place = (panels: readonly PanelName[]) =>
    plan === 'flow' ? arrangeFlow(size, panels, demands) : arrangeRows(plan, size, panels, demands);
  const all = place(visible);
  if (all) return { kind: 'grid', bands: all };
  let shown: readonly PanelName[] = [];
  for (const panel of order) {
    const more = panelNames.filter((name) => visible.includes(name) && (name === panel || shown.includes(name)));
    if (place(more)) shown = more;
  }
  const bands = shown.length >= visible.length * LEAST_SHARE ? place(shown) : undefined;
  return bands ? { kind: 'grid', bands } : { kind: 'compact' };
}

/** All panels, the most important one first: who is looked for, what the layout gives the most weight to; who has nothing to tell, last. */
export function orderOf(plan: Plan, first?: PanelName, last: readonly PanelName[] = []): readonly PanelName[] {
  const heaviest = plan === 'flow' ? undefined : byWeight(byWeight(plan)[0]?.cells ?? [])[0]?.panel;
  const order = [...new Set([first, heaviest, ...importance].filter((panel) => panel !== undefined))];
  return [...order.filter((panel) => !last.includes(panel)), ...order.filter((panel) => last.includes(panel))];
}

function byWeight<T extends { readonly weight: number }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => b.weight - a.weight);
}
