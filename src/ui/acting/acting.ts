import { refusal } from '../../control/guard.ts';
import { type Process, targetOf } from '../../control/target.ts';
import type { ActingAction } from '../../keymap/action.ts';
import type { Frame } from '../../monitor.ts';
import type { Errand } from '../errand.ts';
import { moveSelection } from '../processes/view.ts';
import { isListInSight, type News, type ScreenState } from '../screen-state.ts';
import type { Situation } from '../situation.ts';
import { chosenTargets, countHidden, toggleRow, toggleTags } from './choice.ts';
import { offerSignals } from './offer.ts';
import { createReniceDialog } from './renice-dialog.ts';
import { createSignalDialog } from './signal-dialog.ts';

/** What an action upon processes starts from. */
export interface ActingSituation extends Pick<Situation, 'inSight' | 'listed' | 'control'> {
  readonly frame: Frame;
}

/** What is to be done, or asked, or why nothing is. */
export interface ActingStep {
  readonly state: ScreenState;
  readonly errands?: readonly Errand[];
  readonly news?: News;
}

/** Pure: begins to act upon the chosen processes. */
export function beginActing(
  state: ScreenState,
  action: ActingAction,
  { frame, inSight, listed, control }: ActingSituation,
): ActingStep {
  const { processes: view, detail } = state;
  // Nobody acts on what can't be seen.
  if (!isListInSight(state, inSight) && (state.overlay || !detail)) return { state, news: { text: UNSEEN, tone: 'bad' } };
  // Who is looked at in detail is who is meant.
  const targets = detail ? [targetOf(detail.process)] : chosenTargets(frame, view, listed);
  if (targets.length === 0)
    return { state, news: { text: listed.ids.includes(view.selected ?? '') ? THREAD : NOBODY, tone: 'bad' } };
  if (action.type === 'tag') {
    if (detail) return tagInDetail(state, detail.process);
    return { state: { ...state, processes: moveSelection(toggleRow(frame, view, listed), 'line', listed) } };
  }
  if (action.type === 'copy') {
    const text = targets.map((one) => (action.what === 'pid' ? String(one.pid) : (one.command ?? one.name))).join('\n');
    return { state, errands: [{ type: 'copyText', text, what: `${action.what} of ${nameOf(targets)}` }] };
  }
  if ('off' in control) return { state, news: { text: control.off, tone: 'bad' } };
  const refused =
    targets.length === 1 && targets[0] ? refusal(targets[0], action.type === 'renice' ? 'renice' : 'signal') : undefined;
  if (refused) return { state, news: { text: refused, tone: 'bad' } };
  const hidden = detail ? 0 : countHidden(targets, listed);
  switch (action.type) {
    case 'signal':
    case 'freeze': {
      const offer = offerSignals(targets, control.signals, frame, state.pursuits, action.type === 'freeze');
      return { state: { ...state, dialog: createSignalDialog(targets, control.ownPid, offer, hidden) } };
    }
    case 'renice':
      // Who is in sight is asked for by the key; who isn't may have been forgotten.
      if (hidden > 0) return { state: { ...state, dialog: createReniceDialog(targets, action.by, hidden) } };
      return { state, errands: [{ type: 'reniceTargets', targets, by: action.by }] };
  }
}

const NOBODY = 'choose a process first, by the arrows or a click';
const THREAD = 'a thread is not acted on alone: choose its process';
const UNSEEN = 'the processes are out of sight: nothing was done';

/** The list behind the detail isn't seen: its selection stays, and the tag is told. */
function tagInDetail(state: ScreenState, { id, name, pid }: Process): ActingStep {
  const processes = toggleTags(state.processes, [id]);
  const text = `${processes.tagged.has(id) ? 'tagged' : 'no longer tagged'}: ${nameOf([{ name, pid }])}`;
  return { state: { ...state, processes }, news: { text, tone: 'good' } };
}

function nameOf(targets: readonly { readonly name: string; readonly pid: number }[]): string {
  const [first, ...others] = targets;
  return first && others.length === 0 ? `${first.name} (${first.pid})` : `${targets.length} processes`;
}
