import { bodyHeight } from '../arrangement.ts';
import { coverLines, drawCover, type Scene, shownValues } from '../composition.ts';
import type { Look } from '../look.ts';
import { findValues, type ShownValue } from './shown.ts';

/** The values that are on the screen, and those of a detail that it would have to be scrolled for, in the order of reading. */
export function reachableValues(scene: Scene, look: Look): readonly ShownValue[] {
  const { state, frame, keymap, width, height } = scene;
  const shown = shownValues(scene, look);
  const body = { width, height: bodyHeight(frame, height) };
  const lines = shown.length === 0 ? undefined : coverLines(state, frame, body, keymap, look);
  if (lines === undefined) return shown;
  const top = height - 1 - body.height;
  const room = body.height - 2;
  const scroll = Math.min(state.scroll, Math.max(0, lines.length - room));
  const whole = drawCover(lines, { ...state, scroll: 0 }, { width, height: lines.length + 2 }, look);
  const values = findValues(whole, () => 'detail').map((value): ShownValue => {
    const line = value.y - 1;
    const y = top + value.y - scroll;
    // As far as it takes, and no further.
    const to = Math.min(line, Math.max(scroll, line - room + 1));
    return { ...value, y, ...(to !== scroll && { beyond: { scroll: to, y: y + scroll - to } }) };
  });
  return [...shown.filter(({ area }) => area === 'header'), ...values];
}
