import type { Scene } from './composition.ts';
import type { Dialog } from './dialog.ts';
import { hitTest, type Spot } from './hit-test.ts';
import type { Look } from './look.ts';
import type { MouseReport } from './mouse.ts';
import { answerDialog, perform, type Step } from './press.ts';
import type { ScreenState } from './screen-state.ts';
import type { Situation } from './situation.ts';
import { isPointerAction, reducePointer, type Wish } from './wish.ts';

/** Pure: what the left button, pressed, or the wheel leads to, by what stands under the pointer. */
export function point(scene: Scene, report: MouseReport, look: Look, situation: Situation): Step {
  const { state } = scene;
  const { click = [], wheel, dialog } = hitTest(scene, report, look);
  if (dialog && state.dialog) return pointAtDialog(state.dialog, dialog, scene, report, look);
  if (report.kind === 'wheel') {
    return { state: wheel ? reducePointer(state, { type: 'wheel', over: wheel, by: report.by }, situation) : state };
  }
  if (report.kind !== 'press' || report.button !== 'left') return { state };
  let step: Step = { state: click.length > 0 ? leaveTyping(state) : state };
  for (const wish of click) step = { ...step, ...grant(step.state, wish, situation) };
  return step;
}

/** What a dialog answers; the same state where it doesn't. */
function pointAtDialog(dialog: Dialog, spot: DialogSpot, scene: Scene, report: MouseReport, look: Look): Step {
  const { state, frame } = scene;
  const answer = () => {
    if (report.kind === 'wheel') return spot === 'beside' ? undefined : dialog.turn?.(report.by);
    if (report.kind !== 'press' || report.button !== 'left') return undefined;
    if (spot === 'beside') return dialog.leave?.();
    if ('key' in spot) return dialog.press(spot.key, frame, state.processes);
    return dialog.click?.(spot.cell, { frame, size: spot.size, look }, state.processes);
  };
  const step = answer();
  return step ? answerDialog(state, step) : { state };
}

type DialogSpot = NonNullable<Spot['dialog']>;

function grant(state: ScreenState, wish: Wish, situation: Situation): Step {
  return isPointerAction(wish) ? { state: reducePointer(state, wish, situation) } : perform(state, wish, situation);
}

/** Who looks elsewhere has done typing: a query is kept as after Enter, finding ends. */
function leaveTyping(state: ScreenState): ScreenState {
  const { processes } = state;
  if (!processes.editing && !processes.find.open) return state;
  return { ...state, processes: { ...processes, editing: false, find: { ...processes.find, open: false } } };
}
