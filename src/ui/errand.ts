import type { Changes } from '../config/option-list.ts';
import type { Signal } from '../control/signal.ts';
import type { Target } from '../control/target.ts';
import type { Intent } from '../keymap/action.ts';

/** What is to be done outside of the screen, with all that it takes. */
export type Errand =
  | Intent
  | { readonly type: 'send'; readonly targets: readonly Target[]; readonly signal: Signal }
  | { readonly type: 'reniceTargets'; readonly targets: readonly Target[]; readonly by: number }
  | { readonly type: 'copyText'; readonly text: string; readonly what: string }
  | { readonly type: 'configure'; readonly changes: Changes }
  | { readonly type: 'saveSettings' }
  | { readonly type: 'revertSettings' };
