import type { InForce, Reload, Saved } from '../../config/configuration.ts';
import type { Option } from '../../config/option.ts';
import type { OptionName } from '../../config/option-list.ts';
import { options } from '../../config/option-table.ts';
import { printable } from '../../units/cells.ts';
import type { News } from '../screen-state.ts';

/** What the configuration file calls an option: "units.network". */
export function keyOf(name: OptionName): string {
  const { key }: Option<unknown> = options[name] as Option<unknown>;
  return key ?? name;
}

/** An option's value for people. */
export function formatValue({ kind, otherwise }: Option<unknown>, value: unknown): string {
  if (value === undefined) return otherwise ?? 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return textOf(kind.toYaml(value)) || 'none';
}

/** An option's value as its kind reads text. */
export function formatForTyping({ kind }: Option<unknown>, value: unknown): string {
  return value === undefined ? '' : textOf(kind.toYaml(value));
}

function textOf(written: unknown): string {
  return [written].flat().join(', ');
}

/** Where a value came from. */
export function formatOrigin(name: OptionName, { origins, unsaved }: InForce): string {
  const origin = origins[name];
  switch (origin.from) {
    case 'default':
      return origin.by === undefined ? 'default' : `by ${origin.by}`;
    case 'file':
      return `file, line ${origin.line}`;
    case 'environment':
    case 'flag':
      return origin.name;
    case 'session':
      return unsaved.includes(name) ? 'not saved' : 'changed here';
  }
}

export function formatSaved({ path, names, remade, beatenBy }: Saved): string {
  const beaten = beatenBy.length > 0 ? `; at the next start ${beatenBy.join(', ')} still goes first` : '';
  const again = remade ? ', which was gone and says again what it said before' : '';
  if (names.length > 0) return `saved ${names.map(keyOf).join(', ')} in ${path}${again}${beaten}`;
  return remade ? `saved ${path} again, which was gone` : `nothing to save: ${path} says the same`;
}

export function formatReverted(names: readonly OptionName[]): string {
  return names.length === 0 ? 'nothing to take back' : `taken back: ${names.map(keyOf).join(', ')}`;
}

export function formatUnsaved(names: readonly OptionName[]): string {
  return `not saved, kept until sysmon ends: ${names.map(keyOf).join(', ')}`;
}

/** What is wrong with a file, where there is a line or two for it: of several mistakes, which have a line each, the first. */
export function formatProblem(problem: string): string {
  const [first = '', ...others] = problem.split('\n');
  return printable(others.length === 0 ? first : `1 of ${others.length + 1}: ${first}`);
}

/** What to tell when the configuration file was changed. */
export function newsOf(reload: Reload): News {
  switch (reload.outcome) {
    case 'read': {
      const { changed } = reload;
      const text =
        changed.length > 0 ? `configuration file changed: ${changed.map(keyOf).join(', ')}` : 'the configuration is right again';
      return { text, tone: 'good' };
    }
    case 'broken':
      return { text: `${formatProblem(reload.problem)} (the last good configuration stays)`, tone: 'bad' };
    case 'gone':
      return { text: `${reload.path} is gone; its settings stay until sysmon ends`, tone: 'bad' };
  }
}
