import type { InForce } from '../../config/configuration.ts';
import { isProblem } from '../../config/kind.ts';
import type { Changes } from '../../config/option-list.ts';
import { nextStep } from '../../config/steps.ts';
import type { Dialog, DialogStep, Hint } from '../dialog.ts';
import { editText } from '../typing.ts';
import { drawSettings, settingAt } from './draw.ts';
import { type SettingRow, settingRows, walks } from './rows.ts';
import { formatForTyping, formatUnsaved } from './text.ts';

/** Where one stands among the settings. */
export interface SettingsChoice {
  readonly at: number;
  /** What was asked for last, whether it could be had or not: the next choice is the one behind it. */
  readonly sought?: unknown;
  /** The text that is typed for a value, and what is wrong with it. */
  readonly typing?: { readonly text: string; readonly problem?: string };
  /** Why a key did nothing. */
  readonly note?: string;
}

/** Shows the settings in force and changes them; the panels above show at once what comes of it. */
export function createSettingsDialog(inForce: () => InForce, ownThemes: readonly string[]): Dialog {
  return dialogOf({ at: 0 }, { inForce, ownThemes });
}

/** What it shows and offers. */
interface Source {
  inForce(): InForce;
  /** They follow the built-in ones. */
  readonly ownThemes: readonly string[];
}

function dialogOf(choice: SettingsChoice, source: Source): Dialog {
  return {
    title: 'settings',
    hints: choice.typing ? TYPING_HINTS : HINTS,
    press: (key) => pressed(key),
    click(cell, { size }) {
      const spot = settingAt(choice, cell, size);
      // What is being typed needs an answer first.
      if (spot === undefined || choice.typing) return { dialog: dialogOf(choice, source) };
      const row = settingRows[spot.at];
      if (spot.at !== choice.at || row === undefined) return { dialog: dialogOf({ at: spot.at }, source) };
      return pressed(spot.by < 0 ? 'left' : walks(row) ? 'right' : 'enter');
    },
    turn: (by) => ({ dialog: dialogOf(choice.typing ? choice : { at: within(choice.at + by) }, source) }),
    leave: () => (choice.typing ? { dialog: dialogOf(choice, source) } : leave(source.inForce())),
    ...(choice.typing && { paste: pasteInto(choice, choice.typing.text, source) }),
    draw: (_, size, look) => drawSettings(choice, source.inForce(), size, look),
  };

  function pressed(key: string): DialogStep {
    const row = settingRows[choice.at];
    if (row === undefined) return {};
    const { next, changes } = choice.typing ? typeValue(choice, choice.typing.text, row, key) : choose(choice, row, key, source);
    return {
      ...(next ? { dialog: dialogOf(next, source) } : leave(source.inForce())),
      ...(changes && { errands: [typeof changes === 'string' ? { type: changes } : { type: 'configure', changes }] }),
    };
  }
}

const HINTS: readonly Hint[] = [
  { keys: '←→', text: 'change' },
  { keys: 's', text: 'save', press: 's' },
  { keys: 'Esc', text: 'leave', press: 'escape' },
  { keys: 'u', text: 'undo', press: 'u' },
  { keys: 'd', text: 'default', press: 'd' },
  { keys: 'Enter', text: 'type', press: 'enter' },
];
const TYPING_HINTS: readonly Hint[] = [
  { keys: 'Enter', text: 'take', press: 'enter' },
  { keys: 'Esc', text: 'leave as it was', press: 'escape' },
  { keys: 'Ctrl+U', text: 'clear', press: 'ctrl+u' },
];

function pasteInto(choice: SettingsChoice, typed: string, source: Source): (text: string) => Dialog {
  return (text) => dialogOf({ ...choice, typing: { text: typed + text } }, source);
}

interface Answer {
  /** Absent: the dialog is left. */
  readonly next?: SettingsChoice;
  readonly changes?: Changes | 'saveSettings' | 'revertSettings';
}

function choose({ at, sought }: SettingsChoice, row: SettingRow, key: string, { inForce, ownThemes }: Source): Answer {
  const { values } = inForce();
  const go = (by: 1 | -1) => change(row, sought ?? values[row.name], at, by, ownThemes);
  const to = (next: number): Answer => ({ next: { at: within(next) } });
  switch (key) {
    case 'escape':
    case 'q':
    case 'o':
    case 'f2':
      return {};
    case 'down':
    case 'tab':
      return { next: { at: at === LAST ? 0 : at + 1 } };
    case 'up':
    case 'shift+tab':
      return { next: { at: at === 0 ? LAST : at - 1 } };
    case 'pagedown':
      return to(at + PAGE);
    case 'pageup':
      return to(at - PAGE);
    case 'home':
      return to(0);
    case 'end':
      return to(LAST);
    case 'right':
      return go(1);
    case 'left':
      return go(-1);
    case 'space':
      return row.option.kind.all ? go(1) : beginTyping(row, values[row.name], at);
    case 'enter':
      return isTyped(row.option) ? beginTyping(row, values[row.name], at) : go(1);
    case 'd':
    case 'backspace':
    case 'delete':
      return { next: { at }, changes: { [row.name]: undefined } };
    case 's':
      return { next: { at }, changes: 'saveSettings' };
    case 'u':
      return { next: { at }, changes: 'revertSettings' };
    default:
      return { next: { at } };
  }
}

const PAGE = 5;
const LAST = settingRows.length - 1;

function within(at: number): number {
  return Math.min(LAST, Math.max(0, at));
}

/** Whether its values are written, not gone through. */
function isTyped({ kind }: SettingRow['option']): boolean {
  return kind.all === undefined || kind.open === true;
}

/** The next choice, or the one before. */
function change({ name, option }: SettingRow, value: unknown, at: number, by: 1 | -1, ownThemes: readonly string[]): Answer {
  const { steps, unchosen } = option;
  if (steps) {
    const step = nextStep(steps as readonly number[], (value ?? unchosen) as number, by);
    if (step === undefined)
      return { next: { at, note: `the arrows go no further ${by > 0 ? 'up' : 'down'}; Enter types others` } };
    return { next: { at }, changes: { [name]: step } };
  }
  const known = option.kind.all;
  if (known === undefined) return { next: { at, note: 'Enter changes it' } };
  const all = name === 'theme' ? [...known, ...ownThemes] : known;
  const now = all.indexOf(value);
  const next = all[now < 0 ? 0 : (now + by + all.length) % all.length];
  return { next: { at, sought: next }, changes: { [name]: next } };
}

function beginTyping({ option }: SettingRow, value: unknown, at: number): Answer {
  // What is read is parted at commas.
  if (Array.isArray(value) && [option.kind.toYaml(value)].flat().some((item) => String(item).includes(','))) {
    return { next: { at, note: 'one of them has a comma in it: change it in the configuration file' } };
  }
  return { next: { at, typing: { text: formatForTyping(option, value) } } };
}

function typeValue({ at }: SettingsChoice, text: string, { name, option: { kind } }: SettingRow, key: string): Answer {
  if (key === 'escape') return { next: { at } };
  if (key !== 'enter') return { next: { at, typing: { text: editText(text, key) } } };
  const parsed = kind.parse(kind.fromText?.(text) ?? text);
  if (isProblem(parsed)) return { next: { at, typing: { text, problem: parsed.problem } } };
  return { next: { at }, changes: { [name]: parsed.value } };
}

/** Nothing is written unasked, and nothing is taken back. */
function leave({ unsaved }: InForce): DialogStep {
  return unsaved.length === 0 ? {} : { news: { text: formatUnsaved(unsaved), tone: 'good' } };
}
