import { editText } from '../typing.ts';
import { type Listed, type ProcessView, selectRow, windowStart } from './view.ts';

/** The view after the key that finds: it opens, and goes on to the next or the one before where there is something to find. */
export function openFind(view: ProcessView, by: 1 | -1, listed: Listed): ProcessView {
  const opened = { ...view, find: { ...view.find, open: true } };
  return view.find.query === '' ? opened : goOn(opened, by, listed);
}

/** The view after a key while something is found: the selection goes to the first match from where it is. */
export function typeFind(view: ProcessView, key: string, listed: Listed): ProcessView {
  switch (key) {
    case 'escape':
      return { ...view, find: { ...view.find, open: false } };
    case 'enter':
    case 'ctrl+f':
    case 'f3':
    case 'down':
      return goOn(view, 1, listed);
    case 'shift+f3':
    case 'up':
      return goOn(view, -1, listed);
    default:
      return goOn({ ...view, find: { ...view.find, query: editText(view.find.query, key) } }, 0, listed);
  }
}

/** The view after a text was pasted while something is found. */
export function pasteFind(view: ProcessView, text: string, listed: Listed): ProcessView {
  return goOn({ ...view, find: { ...view.find, query: view.find.query + text } }, 0, listed);
}

/** The matches, and which of them is selected, if one is; undefined where nothing is looked for, or it can't be read. */
export function findMatches(view: ProcessView, listed: Pick<Listed, 'find'>): ReadonlySet<string> | undefined {
  if (!view.find.open || view.find.query.trim() === '') return undefined;
  const found = listed.find(view.find.query);
  return 'problem' in found ? undefined : found;
}

/** To the next match, round the end, or the one before; with 0, to the first from the selected row on. */
function goOn(view: ProcessView, by: 0 | 1 | -1, listed: Listed): ProcessView {
  const found = findMatches(view, listed);
  const { ids } = listed;
  if (found === undefined || found.size === 0) return view;
  const selected = view.selected === undefined ? -1 : ids.indexOf(view.selected);
  const start = selected < 0 ? windowStart(view, listed) - (by === 1 ? 1 : 0) : selected;
  const step = by || 1;
  for (let i = by === 0 ? 0 : 1; i <= ids.length; i += 1) {
    const at = (start + step * i + ids.length * 2) % ids.length;
    if (found.has(ids[at] ?? '')) return selectRow(view, at, listed);
  }
  return view;
}
