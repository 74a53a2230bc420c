import type { Option } from '../../config/option.ts';
import { type OptionName, optionList } from '../../config/option-list.ts';

/** An option that can be changed while sysmon runs. */
export interface SettingRow {
  readonly name: OptionName;
  readonly key: string;
  readonly option: Option<unknown>;
}

/** Whether there is a next value, and one before. */
export function walks({ option: { kind, steps } }: SettingRow): boolean {
  return kind.all !== undefined || steps !== undefined;
}

/** What stands alone first, then section by section. What is a map of its own (bindings) is for an editor. */
export const settingRows: readonly SettingRow[] = optionList
  .flatMap(([name, option]): SettingRow[] => {
    const { key, kind, live = true } = option;
    const changeable = kind.all !== undefined || kind.placeholder !== undefined || kind.fromText !== undefined;
    return key !== undefined && live && changeable ? [{ name, key, option }] : [];
  })
  .map((row, i) => ({ row, i, section: row.key.includes('.') ? 1 : 0 }))
  .sort((a, b) => a.section - b.section || a.i - b.i)
  .map(({ row }) => row);
