import { WITHOUT_WORD, words } from './command.ts';
import type { Option } from './config/option.ts';
import { optionList } from './config/option-list.ts';
import { mode } from './config/option-table.ts';
import { wrapText } from './exporters/text/wrap.ts';

/** What `sysmon help` says, at most 80 columns wide. */
export function formatHelp(): string {
  const flagged = optionList.flatMap(([, option]) => (option.flag === undefined ? [] : [option]));
  return `sysmon: a system monitor for the terminal

Usage: sysmon [COMMAND] [OPTIONS]

Commands:
${formatRows([['(none)', WITHOUT_WORD], ...words.map(({ words, help }) => [words, help] as const)], 13)}

Options:
${formatRows(
  flagged.map((option) => [`${option.short ? `-${option.short}, ` : '    '}${formatFlag(option)}`, describe(option)]),
  26,
)}

Environment:
${formatRows(
  [mode, ...flagged].flatMap((option) => formatVariable(option)),
  26,
)}
  A flag beats the environment, which beats the configuration file.

Exit codes:
${formatRows(exitCodes, 13)}

While the live view runs, the key ? shows all keys.
`;
}

/** What the exit code tells. */
export const exitCodes: readonly (readonly [code: string, meaning: string])[] = [
  ['0', 'Done, or quit'],
  ['1', 'Something failed'],
  ['2', 'Wrong use: an option, a command or the configuration'],
  ['128 + N', 'Ended by signal N: 130 is Ctrl+C, 141 a closed pipe'],
];

/** A flag as it is written, with what stands for its value. */
export function formatFlag(option: Option<unknown>): string {
  const { flag, kind } = option;
  if (kind.placeholder === undefined) return `--${option.default === true ? 'no-' : ''}${flag}`;
  return `--${flag} ${kind.placeholder}`;
}

/** The default as it would be typed; undefined where nothing is in force unless said. */
export function formatDefault(option: Option<unknown>): string | undefined {
  if (option.otherwise !== undefined) return option.otherwise;
  const { kind } = option;
  if (option.default === undefined || kind.placeholder === undefined) return undefined;
  return [kind.toYaml(option.default)].flat().join(',');
}

function describe(option: Option<unknown>): string {
  const usual = formatDefault(option);
  return usual === undefined ? option.help : `${option.help} [${usual}]`;
}

function formatVariable(option: Option<unknown>): readonly (readonly [string, string])[] {
  const { environment: variable, flag, kind, help } = option;
  if (variable === undefined) return [];
  if (variable.means === undefined) return [[`${variable.name}=${kind.placeholder}`, flag === undefined ? help : `As --${flag}`]];
  const same = kind.placeholder === undefined ? formatFlag(option) : `--${flag} ${variable.means}`;
  if (variable.when !== undefined) return [[`${variable.name}=${variable.when}`, `As ${same}`]];
  return [[variable.name, `As ${same}, when set to anything`]];
}

const WIDTH = 80;

/** Two columns; the right one is wrapped, and begins a line of its own below what is too long for the left one. */
function formatRows(rows: readonly (readonly [string, string])[], left: number): string {
  const margin = ' '.repeat(left + 4);
  return rows
    .map(([name, text]) => {
      const wrapped = wrapText(text, WIDTH - margin.length).join(`\n${margin}`);
      return name.length > left ? `  ${name}\n${margin}${wrapped}` : `  ${name.padEnd(left)}  ${wrapped}`;
    })
    .join('\n');
}
