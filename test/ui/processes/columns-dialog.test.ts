import { describe, expect, it } from 'vitest';
import { columnNames } from '../../../src/config/settings.ts';
import type { Frame } from '../../../src/monitor.ts';
import type { Dialog } from '../../../src/ui/dialog.ts';
import { createColumnsDialog } from '../../../src/ui/processes/columns-dialog.ts';
import { shownColumns } from '../../../src/ui/processes/fitting.ts';
import { initialView, type ProcessView } from '../../../src/ui/processes/view.ts';
import { ascii, plain, textOf, textsOf } from '../../harness/look.ts';
import { frameAt } from '../../harness/scene.ts';

const frame: Frame = frameAt(0);
interface Shown {
  readonly dialog: Dialog | undefined;
  readonly view: ProcessView;
}

function press(view: ProcessView, ...keys: readonly string[]): Shown {
  return keys.reduce<Shown>(
    ({ dialog, view: before }, key) => {
      const { dialog: next, view: after = before } = dialog?.press(key, frame, before) ?? {};
      return { dialog: next, view: after };
    },
    { dialog: createColumnsDialog(view), view },
  );
}
const columnsAfter = (...keys: readonly string[]) => shownColumns(press(initialView, ...keys).view);
const draw = (width: number, ...keys: readonly string[]) => {
  const { dialog } = press(initialView, ...keys);
  return textsOf(dialog?.draw(frame, { width, height: 20 }, plain) ?? []);
};
const usual = shownColumns(initialView);

describe('the choice of columns', () => {
  it('has all there are, those that are shown checked, and tells what one means', () => {
    const text = draw(150).join('\n');
    for (const name of columnNames) expect(text).toContain(name);
    expect(text).toMatch(/▸\[x\] pid {7}\[ \] ppid/);
    expect(text).toMatch(/\[=\] cpu .*\[=\] command/s);
    expect(draw(150).at(-1)).toContain('process id');
    expect(draw(150, 'right').at(-1)).toBe('process id of the parent; stays longest where there is little room');
  });

  it('shows and hides with the space bar, at once', () => {
    expect(columnsAfter('space')).toEqual(usual.slice(1));
    expect(columnsAfter('right', 'space')).toEqual(['pid', 'ppid', ...usual.slice(1)]);
    expect(columnsAfter('right', 'space', 'space')).toEqual(usual);
  });

  it('never hides CPU and command', () => {
    expect(columnsAfter('end', 'space')).toEqual(usual);
  });

  it('moves the column under the cursor, which goes with it', () => {
    expect(columnsAfter(']', ']').slice(0, 2)).toEqual(['user', 'pid']);
    expect(columnsAfter('end', '[').slice(-2)).toEqual(['command', 'history']);
    expect(columnsAfter('end', 'shift+left', '<').slice(-3)).toEqual(['command', 'cpu', 'history']);
    expect(columnsAfter('[')).toEqual(usual);
  });

  it('keeps what was chosen with Enter, and goes back to what was before with Esc', () => {
    const before = { ...initialView, columns: ['pid', 'cpu', 'command'] as const };
    const kept = press(before, 'space', 'enter');
    expect(kept).toMatchObject({ dialog: undefined, view: { columns: ['cpu', 'command'] } });
    expect(press(before, 'space', 'escape')).toEqual({ dialog: undefined, view: before });
    expect(press(before, 'd', 'enter').view.columns).toBeUndefined();
    expect(press(initialView, 'enter').view).toBe(initialView);
  });

  it('fits into small screens, and marks where one is without colours', () => {
    for (const width of [156, 76, 36]) {
      const lines = draw(width);
      expect(Math.max(...lines.slice(0, -1).map((line) => line.trimEnd().length))).toBeLessThanOrEqual(width);
      expect(lines.length).toBeLessThanOrEqual(12);
    }
    const { dialog } = press(initialView, 'right');
    expect(textOf(dialog?.draw(frame, { width: 60, height: 9 }, ascii)[0] ?? [])).toContain('>[ ] ppid');
  });
});
