import { formatHidden, formatOthers } from '../../control/naming.ts';
import type { Target } from '../../control/target.ts';
import { formatNicePrompt } from '../../control/text.ts';
import type { Dialog } from '../dialog.ts';
import { type Line, span } from '../draw/line.ts';
import { wrapCells } from '../draw/wrap.ts';

/** Asks whether to change nice values, where some of those whom it would hit are out of sight. */
export function createReniceDialog(targets: readonly Target[], by: 1 | -1, hidden: number): Dialog {
  const dialog: Dialog = {
    title: 'nice value',
    hints: [
      { keys: 'Enter', text: 'change' },
      { keys: 'Esc', text: 'leave', press: 'escape' },
    ],
    press(key) {
      if (key === 'enter') return { errands: [{ type: 'reniceTargets', targets, by }] };
      return key === 'escape' || key === 'q' ? {} : { dialog };
    },
    draw(_, { width }, { theme }) {
      const lines = (text: string | undefined, color: string | undefined): Line[] =>
        text ? wrapCells(text, width).map((line) => [span(line, color)]) : [];
      return [
        ...lines(formatHidden(hidden, targets.length), theme.critical),
        ...lines(formatNicePrompt(targets, by), theme.title),
        ...lines(formatOthers(targets), theme.dim),
      ];
    },
  };
  return dialog;
}
