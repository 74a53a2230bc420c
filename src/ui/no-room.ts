import type { PanelName } from '../config/settings.ts';
import { bodyHeight, layoutOf, orderIn, placedIn } from './arrangement.ts';
import { shareRows } from './compact.ts';
import type { Scene } from './composition.ts';
import { type Line, lineWidth, NOTHING, span } from './draw/line.ts';
import type { Look } from './look.ts';
import { panels } from './panels/index.ts';
import { isCovered } from './screen-state.ts';

/** The panels that were asked for and have found no room, in at most half a line; empty where there are none. */
export function drawNoRoom(scene: Scene, look: Look): Line {
  const hidden = hiddenOf(scene, look);
  if (hidden.length === 0) return NOTHING;
  const draw = (what: string): Line => [span(' no room: ', look.theme.warn), span(`${what} `, look.theme.text)];
  const whole = draw(hidden.join(', '));
  return lineWidth(whole) * 2 <= scene.width ? whole : draw(`${hidden.length} ${hidden.length === 1 ? 'panel' : 'panels'}`);
}

function hiddenOf({ state, frame, width, height, processes }: Scene, look: Look): readonly PanelName[] {
  if (isCovered(state) || state.zoomed) return [];
  const body = { width, height: bodyHeight(frame, height) };
  const layout = layoutOf(frame, state, body);
  if (layout.kind === 'grid') {
    const placed = placedIn(layout.bands);
    return state.visible.filter((panel) => !placed.includes(panel));
  }
  const shown = panels.filter(({ name }) => state.visible.includes(name));
  const rows = shareRows(shown, frame, body, look, processes, orderIn(frame, state));
  // Who has nothing to tell doesn't lack room.
  const isFull = rows.reduce((sum, count) => sum + count, 0) >= body.height;
  return isFull ? shown.flatMap(({ name }, i) => (rows[i] === 0 ? name : [])) : [];
}
