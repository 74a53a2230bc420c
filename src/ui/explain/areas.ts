import type { PanelName } from '../../config/settings.ts';
import { bodyHeight, boxesOf, layoutOf, orderIn } from '../arrangement.ts';
import { shareRows } from '../compact.ts';
import type { Scene } from '../composition.ts';
import type { Look } from '../look.ts';
import { panels } from '../panels/index.ts';
import type { Cell } from '../panels/panel.ts';
import type { Area } from './shown.ts';

/** Whose a cell of the screen is; undefined between the panels, and where something else stands. */
export function areasOf(scene: Scene, look: Look): (cell: Cell) => Area | undefined {
  const { height, frame } = scene;
  const panelAt = panelsOf(scene, look);
  const top = height - 1 - bodyHeight(frame, height);
  return ({ x, y }) => (y === 0 ? 'header' : y < top || y >= height - 1 ? undefined : panelAt({ x, y: y - top }));
}

function panelsOf(scene: Scene, look: Look): (cell: Cell) => PanelName | 'detail' | undefined {
  const { state, frame, width, height, processes } = scene;
  if (state.detail) return () => 'detail';
  if (state.zoomed) return () => state.focus;
  const body = { width, height: bodyHeight(frame, height) };
  const layout = layoutOf(frame, state, body);
  if (layout.kind !== 'compact') {
    const boxes = boxesOf(layout.bands);
    return ({ x, y }) => boxes.find((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height)?.panel;
  }
  const shown = panels.filter((panel) => state.visible.includes(panel.name));
  const owners = shareRows(shown, frame, body, look, processes, orderIn(frame, state)).flatMap((rows, i) =>
    Array<number>(rows).fill(i),
  );
  return ({ y }) => shown[owners[y] ?? -1]?.name;
}
