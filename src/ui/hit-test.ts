import type { PanelName } from '../config/settings.ts';
import { cellWidth } from '../units/cells.ts';
import { type Box, bodyHeight, boxesOf, layoutOf, orderIn } from './arrangement.ts';
import { shareRows } from './compact.ts';
import { canAsk, dialogLines, dialogSize, footingOf, isRoomy, type Scene } from './composition.ts';
import type { Dialog } from './dialog.ts';
import { hitExplaining } from './explain/hit.ts';
import { offerAt } from './footer.ts';
import { hotkeyColumn, isBorder } from './framed.ts';
import type { Look } from './look.ts';
import { hotkeyOf, panelNamed, panels } from './panels/index.ts';
import type { Cell, Panel, Size } from './panels/panel.ts';
import { isCovered, isExplaining } from './screen-state.ts';
import type { Scrollable, Wish } from './wish.ts';
import { drawCharts } from './zoomed.ts';

/** What stands at a cell of the screen. */
export interface Spot {
  /** What a click there asks for, one after the other. */
  readonly click?: readonly Wish[];
  /** What the wheel moves there. */
  readonly wheel?: Scrollable;
  /** Which cell of a dialog's lines, and their size; the key that its hint tells there; or beside it. */
  readonly dialog?: { readonly cell: Cell; readonly size: Size } | { readonly key: string } | 'beside';
}

/** Pure: what stands where, from the same arrangement that is drawn. */
export function hitTest(scene: Scene, cell: Cell, look: Look): Spot {
  const spot = hitScreen(scene, cell, look);
  return isRoomy(scene) && isExplaining(scene.state) ? hitExplaining(scene, cell, spot, look) : spot;
}

function hitScreen(scene: Scene, { x, y }: Cell, look: Look): Spot {
  const { state, frame, width, height } = scene;
  if (!isRoomy(scene) || x < 0 || x >= width) return NOTHING;
  const body = { width, height: bodyHeight(frame, height) };
  const top = height - 1 - body.height;
  if (y === height - 1) {
    const offer = offerAt(x, footingOf(scene, look), look);
    if (offer?.press !== undefined) return { dialog: { key: offer.press } };
    if (offer?.action) return { click: [offer.action] };
    return state.message ? DISMISS : NOTHING;
  }
  if (y >= top) return hitBody(scene, { x, y: y - top }, body, look);
  if (state.dialog) return canAsk(scene) ? BESIDE : NOTHING;
  if (y < 1) return NOTHING;
  return { click: [{ type: 'show', overlay: 'alerts' }] };
}

const NOTHING: Spot = {};
/** A message stands before the keys. */
const DISMISS: Spot = { click: [{ type: 'dismiss' }] };
const BESIDE: Spot = { dialog: 'beside' };

function hitBody(scene: Scene, cell: Cell, body: Size, look: Look): Spot {
  const { state, frame } = scene;
  if (state.dialog && !canAsk(scene)) return NOTHING;
  if (state.dialog) return hitDialog(state.dialog, scene, cell, body, look);
  if (isCovered(state)) return { click: isBorder(cell, body) ? BACK : [], wheel: 'page' };
  if (state.zoomed && state.focus) return hitZoomed(panelNamed(state.focus), scene, cell, body, look);
  const layout = layoutOf(frame, state, body);
  if (layout.kind === 'compact') return hitCompact(scene, cell, body, look);
  const box = boxesOf(layout.bands).find((one) => isInside(cell, one));
  return box ? hitPanel(box, scene, { x: cell.x - box.x, y: cell.y - box.y }) : NOTHING;
}

/** What it stands before is out of reach. */
function hitDialog(dialog: Dialog, { frame }: Scene, { x, y }: Cell, body: Size, look: Look): Spot {
  const { length } = dialogLines(dialog, frame, body, look);
  const line = y - (body.height - length - 1);
  if (line < -1) return BESIDE;
  const isInside = line >= 0 && line < length && x > 0 && x < body.width - 1;
  return isInside ? { dialog: { cell: { x: x - 2, y: line }, size: dialogSize(body) } } : NOTHING;
}

const BACK: readonly Wish[] = [{ type: 'back' }];

function hitZoomed(panel: Panel, { frame, state, processes }: Scene, cell: Cell, body: Size, look: Look): Spot {
  const wheel = panel.name === 'processes' ? 'list' : 'page';
  if (isBorder(cell, body)) return { click: BACK, wheel };
  const inner = { width: body.width - 4, height: body.height - 2 };
  const above = drawCharts(panel, frame, inner, look).length;
  const content = { ...inner, height: Math.max(0, inner.height - above), scroll: state.scroll };
  return { click: panel.at?.({ x: cell.x - 2, y: cell.y - 1 - above }, frame, content, processes) ?? [], wheel };
}

/** There is no focus to be seen: a panel that is meant is shown whole. */
function hitCompact({ state, frame, processes }: Scene, { y }: Cell, body: Size, look: Look): Spot {
  const shown = panels.filter((panel) => state.visible.includes(panel.name));
  let end = 0;
  const rows = shareRows(shown, frame, body, look, processes, orderIn(frame, state));
  const panel = shown.find((_, i) => {
    end += rows[i] ?? 0;
    return y < end;
  });
  if (panel === undefined) return NOTHING;
  return { click: [{ type: 'focusPanel', panel: panel.name }, { type: 'zoom' }], ...wheelOver(panel.name) };
}

function hitPanel({ panel: name, width, height }: Box, { state, frame, processes, keymap }: Scene, cell: Cell): Spot {
  const focus: Wish = { type: 'focusPanel', panel: name };
  const wheel = wheelOver(name);
  if (cell.y === 0 && isHotkey(cell.x, hotkeyOf(name, keymap), state.focus === name)) {
    return { click: [{ type: 'togglePanel', panel: name }], ...wheel };
  }
  if (isBorder(cell, { width, height })) return { click: [focus], ...wheel };
  const inner = { width: width - 4, height: height - 2, scroll: 0 };
  const further = panelNamed(name).at?.({ x: cell.x - 2, y: cell.y - 1 }, frame, inner, processes) ?? [];
  return { click: [focus, ...further], ...wheel };
}

/** What panels show beside each other is all that there is to see, but for the list. */
function wheelOver(panel: PanelName): Pick<Spot, 'wheel'> {
  return panel === 'processes' ? { wheel: 'list' } : {};
}

/** Where the key stands, and the blanks beside it: a single cell is hard to hit. */
function isHotkey(x: number, hotkey: string | undefined, focused: boolean): boolean {
  if (hotkey === undefined) return false;
  const from = hotkeyColumn(focused);
  return x >= from - 1 && x <= from + cellWidth(hotkey);
}

function isInside({ x, y }: Cell, box: Box): boolean {
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}
