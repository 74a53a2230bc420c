import type { PanelName } from '../config/settings.ts';
import { keyLabel } from '../keymap/key-label.ts';
import type { Keymap } from '../keymap/keymap.ts';
import { type Line, lineWidth, span } from './draw/line.ts';
import type { Look } from './look.ts';
import { drawTyped } from './processes/prompt.ts';
import type { ScreenState } from './screen-state.ts';

/** While a query is typed, the query; the news, as long as there are any; else the keys, as many as fit. */
export function drawFooter(state: ScreenState, now: number, width: number, keymap: Keymap, look: Look): Line {
  const { key, text, dim } = look.theme;
  const { editing, query, find } = state.processes;
  const isTold = state.message !== undefined && now < state.message.until;
  if (state.dialog && !isTold) return [span(` ${state.dialog.hint}`, text)];
  if (editing) return drawTyping(' / ', query, '  Enter keeps it, Esc clears it', width, look);
  if (find.open) return drawTyping(' find ', find.query, '  Enter next, ↑ before, Esc leaves', width, look);
  if (state.message && now < state.message.until) {
    return [span(` ${state.message.text}`, state.message.tone === 'good' ? look.theme.ok : look.theme.critical)];
  }
  // The borders of those that are shown have their keys.
  const isShown = (panel: PanelName) => state.visible.includes(panel);
  const items = keymap.bindings
    .filter(({ label, action }) => label !== undefined && !(action.type === 'togglePanel' && isShown(action.panel)))
    .map(({ keys, label = '', action }): Line => {
      const off = action.type === 'togglePanel';
      const name = action.type === 'pause' && state.paused ? 'resume' : label;
      return [span(` ${keyLabel(keys[0] ?? '')} `, key), span(off ? `(${name})` : name, off ? dim : text), span(' ')];
    });
  const back = state.overlay || state.detail || state.zoomed ? keymap.keyFor('back') : undefined;
  if (back) items.unshift([span(` ${back} `, key), span('back', text), span(' ')]);
  const line: Line[] = [];
  let left = width;
  for (const item of items) {
    left -= lineWidth(item);
    if (left < 0) break;
    line.push(item);
  }
  return line.flat();
}

function drawTyping(sign: string, typed: string, hint: string, width: number, look: Look): Line {
  const { key, dim } = look.theme;
  const room = width - sign.length - 1;
  const shown = drawTyped(typed, Math.max(Math.floor(room / 2), room - hint.length), look);
  return [span(sign, key), ...shown, { text: ' ', inverse: true }, span(hint, dim)];
}
