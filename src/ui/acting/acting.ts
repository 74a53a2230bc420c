import { refusal } from '../../control/guard.ts';
import { targetOf } from '../../control/target.ts';
import type { ActingAction } from '../../keymap/action.ts';
import type { Frame } from '../../monitor.ts';
import type { Errand } from '../errand.ts';
import { moveSelection } from '../processes/view.ts';
import type { News, ScreenState, Situation } from '../screen-state.ts';
import { chosenTargets, toggleTags } from './choice.ts';
import { offerSignals } from './offer.ts';
import { createSignalDialog } from './signal-dialog.ts';

/** What an action upon processes starts from. */
export interface ActingSituation extends Pick<Situation, 'listed' | 'control'> {
  readonly frame: Frame;
}

/** What is to be done, or asked, or why nothing is. */
export interface ActingStep {
  readonly state: ScreenState;
  readonly errands?: readonly Errand[];
  readonly news?: News;
}

/** Pure: begins to act upon the chosen processes. */
export function beginActing(state: ScreenState, action: ActingAction, { frame, listed, control }: ActingSituation): ActingStep {
  const view = state.processes;
  // Who is looked at in detail is who is meant.
  const targets = state.detail ? [targetOf(state.detail.process)] : chosenTargets(frame, view, listed);
  if (targets.length === 0) return { state, news: { text: NOBODY, tone: 'bad' } };
  if (action.type === 'tag') {
    return { state: { ...state, processes: moveSelection(toggleTags(frame, view, listed), 'line', listed) } };
  }
  if (action.type === 'copy') {
    const text = targets.map((one) => (action.what === 'pid' ? String(one.pid) : (one.command ?? one.name))).join('\n');
    return { state, errands: [{ type: 'copyText', text, what: `${action.what} of ${nameOf(targets)}` }] };
  }
  if ('off' in control) return { state, news: { text: control.off, tone: 'bad' } };
  const refused =
    targets.length === 1 && targets[0] ? refusal(targets[0], action.type === 'renice' ? 'renice' : 'signal') : undefined;
  if (refused) return { state, news: { text: refused, tone: 'bad' } };
  switch (action.type) {
    case 'signal':
    case 'freeze': {
      const offer = offerSignals(targets, control.signals, frame, state.pursuits, action.type === 'freeze');
      return { state: { ...state, dialog: createSignalDialog(targets, control.ownPid, offer) } };
    }
    case 'renice':
      return { state, errands: [{ type: 'reniceTargets', targets, by: action.by }] };
  }
}

const NOBODY = 'choose a process first, with the cursor keys';

function nameOf(targets: readonly { readonly name: string; readonly pid: number }[]): string {
  const [first, ...others] = targets;
  return first && others.length === 0 ? `${first.name} (${first.pid})` : `${targets.length} processes`;
}
