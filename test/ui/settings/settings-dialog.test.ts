import { describe, expect, it } from 'vitest';
import { createConfiguration } from '../../../src/config/configuration.ts';
import type { Values } from '../../../src/config/option-list.ts';
import { optionList } from '../../../src/config/option-list.ts';
import type { Dialog, DialogStep } from '../../../src/ui/dialog.ts';
import type { Errand } from '../../../src/ui/errand.ts';
import type { Cell } from '../../../src/ui/panels/panel.ts';
import { initialView } from '../../../src/ui/processes/view.ts';
import type { News } from '../../../src/ui/screen-state.ts';
import { settingRows } from '../../../src/ui/settings/rows.ts';
import { createSettingsDialog } from '../../../src/ui/settings/settings-dialog.ts';
import { formatValue, newsOf } from '../../../src/ui/settings/text.ts';
import { ascii, plain, textsOf } from '../../harness/look.ts';
import { frameOf } from '../../harness/machine.ts';

const frame = await frameOf('vm', 1);

/** The dialog, whose changes are carried out. */
function open(flags: Values = {}, refused?: string, trouble?: string) {
  const configuration = createConfiguration({ flags, environment: {}, home: '/home/ada' }, { write: async () => {} });
  const inForce = () => ({ ...configuration.inForce.get(), ...(trouble && { trouble }) });
  let dialog: Dialog | undefined = createSettingsDialog(inForce, ['mine', 'sea']);
  const errands: Errand[] = [];
  let news: News | undefined;
  const take = (step: DialogStep = {}) => {
    dialog = step.dialog;
    news = step.news;
    for (const errand of step.errands ?? []) {
      errands.push(errand);
      if (errand.type === 'configure' && (refused === undefined || errand.changes.theme !== refused))
        void configuration.change(errand.changes);
    }
  };
  return {
    press(...keys: readonly string[]) {
      for (const key of keys) take(dialog?.press(key, frame, initialView));
    },
    turn: (by: 1 | -1) => take(dialog?.turn?.(by)),
    /** At the size at which `lines` draws. */
    click: (cell: Cell, size = { width: 100, height: 40 }) =>
      take(dialog?.click?.(cell, { frame, size, look: plain }, initialView)),
    chosen: (size: { readonly width: number; readonly height: number }) =>
      /^▸ ([a-z.-]+)/.exec(textsOf(dialog?.draw(frame, size, plain) ?? []).find((line) => line.startsWith('▸')) ?? '')?.[1],
    /** Goes to the row of a key. */
    goTo(key: string) {
      this.press(
        'home',
        ...settingRows
          .slice(
            0,
            settingRows.findIndex((row) => row.key === key),
          )
          .map(() => 'down'),
      );
    },
    lines: (width = 100, height = 40, look = plain) => textsOf(dialog?.draw(frame, { width, height }, look) ?? []),
    row(key: string, width = 100) {
      return this.lines(width).find((line) => line.slice(2).startsWith(`${key} `)) ?? '';
    },
    values: () => configuration.inForce.get().values,
    hints: () => dialog?.hints ?? [],
    errands,
    news: () => news,
    isOpen: () => dialog !== undefined,
  };
}

describe('the settings', () => {
  it('show the end of what is typed, however wide it is, and no order to the terminal', () => {
    const dialog = open();
    dialog.goTo('snapshot-folder');
    dialog.press('enter', ...'日'.repeat(80), '\u202e', 'Z');
    expect(dialog.lines(60).join('\n')).toMatch(/日�Z /);
  });

  it('are every option of the file that can change live, but for maps', () => {
    const missing = optionList.flatMap(([name, { key }]) =>
      key === undefined || settingRows.some((row) => row.name === name) ? [] : key,
    );
    expect(missing).toEqual(['save-dir', 'layouts', 'bindings', 'linear']);
  });

  it('show value, origin and meaning of the row, and the file', () => {
    const dialog = open({ ascii: true });
    expect(dialog.row('ascii')).toMatch(/^ {2}ascii +on +--ascii *$/);
    dialog.goTo('thresholds.cpu');
    expect(dialog.row('thresholds.cpu')).toMatch(/^▸ thresholds.cpu +‹80%› +default *$/);
    expect(dialog.lines().join('\n')).toContain('CPU use above which an alert warns; 100% turns it off.');
    expect(dialog.lines().at(-1)).toMatch(/config\.yaml/);
  });

  it('tell a value in full before they tell where it comes from', () => {
    const dialog = open();
    expect(dialog.row('panels', 76)).toMatch(/ those of the layout +default *$/);
    expect(dialog.row('panels', 56)).toMatch(/ those of the layout *$/);
  });

  it('go through choices with the arrows, in a circle, and take effect at once', () => {
    const dialog = open();
    dialog.goTo('units.network');
    expect(dialog.row('units.network')).toContain('‹bytes›');
    dialog.press('right');
    expect(dialog.values().networkUnit).toBe('bits');
    expect(dialog.row('units.network')).toMatch(/‹bits› +not saved/);
    dialog.press('space', 'left', 'left');
    expect(dialog.values().networkUnit).toBe('bytes');
  });

  it('step through amounts with the arrows, from what nothing chosen comes to, and say where that ends', () => {
    const dialog = open({ cpuThreshold: 0.97 });
    dialog.goTo('interval');
    dialog.press('right');
    expect(dialog.values().interval).toBe(2);
    dialog.press('left', 'left');
    expect(dialog.values().interval).toBe(0.5);
    dialog.goTo('thresholds.cpu');
    dialog.press('left');
    expect(dialog.row('thresholds.cpu')).toContain('‹95%›');
    dialog.press('right', 'right');
    expect(dialog.row('thresholds.cpu')).toContain('‹100%›');
    expect(dialog.lines().join('\n')).toContain('the arrows go no further up; Enter types others');
    dialog.goTo('snapshot-processes');
    dialog.press('right');
    expect(dialog.values().topProcesses).toBe(50);
  });

  it('show every step of an amount as people write it, and take it as typed', () => {
    for (const { option, key } of settingRows) {
      for (const step of option.steps ?? []) {
        const text = formatValue(option, step);
        expect(text, key).toMatch(/^[\d.]{1,4}[%smh]?$/);
        expect(option.kind.parse(option.kind.fromText?.(text) ?? text), key).toEqual({ value: step });
      }
    }
  });

  it('scroll by a row with the wheel, and stay where something is typed', () => {
    const dialog = open();
    dialog.turn(1);
    dialog.turn(1);
    expect(dialog.row('panels')).toMatch(/^▸/);
    for (let i = 0; i < 5; i += 1) dialog.turn(-1);
    expect(dialog.row('interval')).toMatch(/^▸/);
    dialog.press('enter', 'x');
    dialog.turn(1);
    expect(dialog.row('interval')).toMatch(/^▸ interval +x/);
  });

  it('take a click on a row to go there, on the chosen one to change it, on its left arrow to change it back', () => {
    const dialog = open();
    const click = (key: string, x = 30) =>
      dialog.click({ x, y: dialog.lines().findIndex((line) => line.slice(2).startsWith(`${key} `)) });
    click('theme');
    expect(dialog.row('theme')).toMatch(/^▸/);
    click('theme');
    expect(dialog.row('theme')).toContain('‹dark›');
    click('theme', dialog.row('theme').indexOf('‹'));
    expect(dialog.row('theme')).toContain('‹auto›');
    click('interval');
    click('interval');
    expect(dialog.row('interval')).toContain('‹2s›');
    click('panels');
    click('panels');
    expect(dialog.row('panels')).not.toContain('‹');
    dialog.press('x', 'escape');
    expect(dialog.isOpen()).toBe(true);
  });

  it('are clicked where they are drawn, whatever the size, and with something wrong with the file', () => {
    for (const trouble of [undefined, 'mine.yaml:2:15: panels: "gpu" is not known; did you mean cpu?']) {
      for (const size of [
        { width: 156, height: 44 },
        { width: 76, height: 20 },
        { width: 36, height: 8 },
        { width: 36, height: 5 },
      ]) {
        const keys = open({}, undefined, trouble)
          .lines(size.width, size.height)
          .map((line) => /^[▸ ] ([a-z][a-z.-]*)/.exec(line)?.[1]);
        expect(keys.filter((key) => settingRows.some((row) => row.key === key)).length).toBeGreaterThan(1);
        for (const [y, key] of keys.entries()) {
          const dialog = open({}, undefined, trouble);
          dialog.click({ x: 3, y }, size);
          const isRow = settingRows.some((row) => row.key === key);
          expect(dialog.chosen(size)).toBe(isRow ? key : 'interval');
        }
      }
    }
  });

  it('tell the first of several mistakes in the file, and how many there are, in the lines that there are for it', () => {
    const trouble = 'mine.yaml:1:8: theme: "\u001b[1m" is not a theme\nmine.yaml:2:1: there is no key colour';
    for (const height of [20, 5]) {
      const told = open({}, undefined, trouble).lines(76, height).join('');
      expect(told).toContain('1 of 2: mine.yaml:1:8: theme: "�[1m" is not a theme');
      expect(told).not.toMatch(/\p{Cc}/u);
    }
    const { text } = newsOf({ outcome: 'broken', problem: trouble });
    expect(text).toBe('1 of 2: mine.yaml:1:8: theme: "�[1m" is not a theme (the last good configuration stays)');
  });

  it('keep on the screen what is not saved when something is wrong with the file, and that, too', () => {
    const dialog = open({}, undefined, 'mine.yaml is gone');
    dialog.goTo('ascii');
    dialog.press('right');
    for (const [width, height] of [
      [76, 20],
      [36, 8],
    ] as const) {
      const lines = dialog.lines(width, height).join('\n');
      expect(lines).toContain('mine.yaml is gone');
      expect(lines).toContain('not saved: ascii');
    }
    expect(dialog.lines(20, 5).join('\n')).toContain('mine.yaml is gone');
  });

  it('tell keys in the last line, each of which can be clicked, but for the arrows', () => {
    const dialog = open();
    const pressed = () => dialog.hints().map(({ press }) => press);
    expect(pressed()).toEqual([undefined, 's', 'escape', 'u', 'd', 'enter']);
    dialog.press('enter');
    expect(pressed()).toEqual(['enter', 'escape', 'ctrl+u']);
  });

  it('take typed text as the file does, and say what is wrong with it', () => {
    const dialog = open();
    dialog.goTo('interval');
    dialog.press('enter', ...'soon', 'enter');
    expect(dialog.lines().join(' ')).toContain('"soon" is not a length of time from 0.1s to 1h');
    expect(dialog.errands).toEqual([]);
    dialog.press('ctrl+u', ...'500ms', 'enter');
    expect(dialog.values().interval).toBe(0.5);
    dialog.goTo('panels');
    dialog.press('enter', 'ctrl+u', ...'cpu,memory', 'enter');
    expect(dialog.values().panels).toEqual(['cpu', 'memory']);
    dialog.goTo('network.exclude');
    dialog.press('enter', ...'veth*, lo', 'enter');
    expect(dialog.values().networkExclude).toEqual(['veth*', 'lo']);
    expect(dialog.row('network.exclude')).toContain('veth*, lo');
    dialog.press('enter', 'ctrl+u', 'enter');
    expect(dialog.values().networkExclude).toEqual([]);
  });

  it('leave a value as it was after Esc, and go back to the default with d', () => {
    const dialog = open({ interval: 5 });
    dialog.goTo('interval');
    dialog.press('enter', ...'00', 'escape');
    expect(dialog.isOpen()).toBe(true);
    expect(dialog.values().interval).toBe(5);
    dialog.press('d');
    expect(dialog.values().interval).toBeUndefined();
    expect(dialog.row('interval')).toContain('1s; 5s for summaries');
  });

  it('leave lists alone that text with commas can not tell', () => {
    const dialog = open({ filesystemExclude: ['/mnt/a,b'] });
    dialog.goTo('filesystems.exclude');
    dialog.press('enter', ...'x');
    expect(dialog.errands).toEqual([]);
  });

  it('are saved only when that is asked for, and say so when they were not', () => {
    const dialog = open();
    dialog.goTo('ascii');
    dialog.press('right', 'escape');
    expect(dialog.isOpen()).toBe(false);
    expect(dialog.errands.map(({ type }) => type)).toEqual(['configure']);
    expect(dialog.news()?.text).toBe('not saved, kept until sysmon ends: ascii');
    const reverting = open();
    reverting.press('u');
    expect(reverting.errands).toEqual([{ type: 'revertSettings' }]);
    expect(reverting.isOpen()).toBe(true);
    const another = open();
    another.press('s', 'escape');
    expect(another.errands).toEqual([{ type: 'saveSettings' }]);
    expect(another.news()).toBeUndefined();
  });

  it('keep the chosen row in sight, and to the width, whatever the size', () => {
    for (const [width, height] of [
      [196, 56],
      [156, 44],
      [76, 20],
      [36, 8],
      [20, 4],
    ] as const) {
      const dialog = open();
      for (const row of settingRows) {
        const lines = dialog.lines(width, height, ascii);
        expect(lines.length).toBeLessThanOrEqual(height);
        expect(lines.filter((line) => line.startsWith('> '))).toHaveLength(1);
        expect(lines.find((line) => line.startsWith('> '))).toContain(row.key.slice(0, 12));
        for (const line of lines) expect(line).toHaveLength(width);
        dialog.press('down');
      }
    }
  });

  it("go through one's own themes, too, and past one that can't be had", () => {
    const settings = open({ theme: 'monochrome-light' });
    settings.goTo('theme');
    settings.press('right');
    expect(settings.values().theme).toBe('mine');
    settings.press('right', 'right');
    expect(settings.values().theme).toBe('auto');
    settings.press('left');
    expect(settings.values().theme).toBe('sea');
    const refusing = open({ theme: 'monochrome-light' }, 'mine');
    refusing.goTo('theme');
    refusing.press('right');
    expect(refusing.values().theme).toBe('monochrome-light');
    refusing.press('right');
    expect(refusing.values().theme).toBe('sea');
  });
});
