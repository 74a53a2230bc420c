import type { PanelName } from '../config/settings.ts';
import type { Grouping } from '../processes/group.ts';
import type { SortKey } from '../processes/order.ts';

/** What a key asks for, as data. The first group changes the screen's state, the second the world outside it. */
export type Action =
  | { readonly type: 'togglePanel'; readonly panel: PanelName }
  | { readonly type: 'moveFocus'; readonly by: 1 | -1 }
  | { readonly type: 'walkLayouts'; readonly by: 1 | -1 }
  | { readonly type: 'zoom' }
  | { readonly type: 'open' }
  | { readonly type: 'back' }
  | { readonly type: 'show'; readonly overlay: OverlayName }
  | { readonly type: 'scroll'; readonly by: Scroll }
  /** What the values on the screen mean, one after the other. */
  | { readonly type: 'explain' }
  /** To the value beside it. */
  | { readonly type: 'walk'; readonly by: 1 | -1 }
  | { readonly type: 'pause' }
  /** A shorter or a longer time in the graphs. */
  | { readonly type: 'zoomTime'; readonly by: 1 | -1 }
  | { readonly type: 'find'; readonly by: 1 | -1 }
  | { readonly type: 'chooseColumns' }
  | { readonly type: 'openSettings' }
  | ProcessAction
  | ActingAction
  | Intent;

/** What changes how the processes are looked at. */
export type ProcessAction =
  | { readonly type: 'sort'; readonly by: SortKey }
  | { readonly type: 'sortNext'; readonly by: 1 | -1 }
  | { readonly type: 'reverse' }
  | { readonly type: 'arrange'; readonly as: 'tree' | Grouping }
  | { readonly type: 'toggleShare' }
  | { readonly type: 'toggleKernel' }
  | { readonly type: 'toggleThreads' }
  | { readonly type: 'toggleOwn' }
  | { readonly type: 'fold' }
  | { readonly type: 'foldAll' }
  | { readonly type: 'follow' }
  | { readonly type: 'editQuery' };

/** What begins to act upon the chosen processes. */
export type ActingAction =
  | { readonly type: 'signal' }
  | { readonly type: 'freeze' }
  | { readonly type: 'tag' }
  | { readonly type: 'renice'; readonly by: 1 | -1 }
  | { readonly type: 'copy'; readonly what: 'pid' | 'command' };

/** What reaches beyond the screen. */
export type Intent =
  | { readonly type: 'save' }
  | { readonly type: 'screenshot' }
  | { readonly type: 'changeInterval'; readonly direction: 1 | -1 }
  | { readonly type: 'redraw' }
  | { readonly type: 'suspend' }
  | { readonly type: 'quit' };

export type OverlayName = 'help' | 'alerts';
export type Scroll = 'line' | 'lineBack' | 'page' | 'pageBack' | 'start' | 'end';

const INTENTS: ReadonlySet<Action['type']> = new Set<Intent['type']>([
  'save',
  'screenshot',
  'changeInterval',
  'redraw',
  'suspend',
  'quit',
]);

export function isIntent(action: Action): action is Intent {
  return INTENTS.has(action.type);
}

/** What does something to a process, which tagging and copying don't. */
export function isHarmful({ type }: Action): boolean {
  return type === 'signal' || type === 'freeze' || type === 'renice';
}

const ACTING: ReadonlySet<string> = new Set<ActingAction['type']>(['signal', 'freeze', 'tag', 'renice', 'copy']);

export function isActing(action: Action): action is ActingAction {
  return ACTING.has(action.type);
}
