import meow from 'meow';
import { isProblem } from './config/kind.ts';
import { isNegatable, type Option } from './config/option.ts';
import { type OptionName, optionList, type Values } from './config/option-list.ts';
import { UsageError } from './errors.ts';
import { suggest } from './units/nearest.ts';

export interface Arguments {
  readonly words: readonly string[];
  /** What was said by flags, and only that. */
  readonly flags: Values;
}

/**
 * Words and flags of a command line, in any order. meow parses; what it would take silently is refused before:
 * unknown and repeated names, and values where none belong.
 * @throws UsageError
 */
export function parseArguments(argv: readonly string[]): Arguments {
  // As it is started most often: nothing to learn of meow.
  if (argv.length === 0) return { words: [], flags: {} };
  const tokens = joinDashes(argv);
  const end = tokens.includes('--') ? tokens.indexOf('--') : tokens.length;
  const spelled = tokens.map((token, i) => (i < end ? spellOut(token) : token));
  checkNames(spelled.slice(0, end));
  const { input, flags } = meow('', {
    importMeta: import.meta,
    pkg: { name: 'sysmon' },
    argv: spelled,
    autoHelp: false,
    autoVersion: false,
    // Else what was not said could not be told from --no-NAME.
    booleanDefault: undefined,
    flags: Object.fromEntries(
      flagged.map(([name, option]) => [name, { type: takesValue(option) ? 'string' : 'boolean' } as const]),
    ),
  });
  return { words: input, flags: parseValues(flags) };
}

const flagged = optionList.filter(([, { flag }]) => flag !== undefined);
const names = flagged.flatMap(([, option]) => [`--${option.flag}`, ...(isNegatable(option) ? [`--no-${option.flag}`] : [])]);

/** "-n5" and "-n=5" as "--count=5": meow splits what follows a letter only where it is a plain number. */
function spellOut(token: string): string {
  const match = /^-([a-z])=?(.*)$/is.exec(token);
  if (match === null) return token;
  const [, letter, value = ''] = match;
  const option = flagged.find(([, { short }]) => short === letter)?.[1];
  if (option === undefined || (value !== '' && !takesValue(option))) throw unknown(token);
  return `--${option.flag}${value && '='}${value}`;
}

/** "--screenshot -" as "--screenshot=-": meow takes no dash for a value. */
function joinDashes(tokens: readonly string[]): readonly string[] {
  const joins = (token: string | undefined) => flagged.some(([, option]) => token === `--${option.flag}` && takesValue(option));
  return tokens.flatMap((token, i) => {
    if (token === '-' && joins(tokens[i - 1])) return [];
    return joins(token) && tokens[i + 1] === '-' ? [`${token}=-`] : [token];
  });
}

/** A token that begins with a dash is never taken as a value, except a number below zero. */
function checkNames(tokens: readonly string[]): void {
  const seen = new Set<string>();
  for (const token of tokens) {
    if (!token.startsWith('-') || token === '-' || /^-\d/.test(token)) continue;
    const [name = '', value] = token.split(/=(.*)/s, 2);
    if (!names.includes(name)) throw unknown(name);
    const option = name.replace(/^--(no-)?/, '');
    if (seen.has(option)) throw new UsageError(`${name} is given twice; leave one out`);
    seen.add(option);
    const known = flagged.find(([, { flag }]) => flag === option)?.[1];
    if (value !== undefined && known && !takesValue(known)) throw new UsageError(`${name} takes no value; leave out "=${value}"`);
  }
}

function parseValues(given: Readonly<Record<string, unknown>>): Values {
  const values: Partial<Record<OptionName, unknown>> = {};
  for (const [name, option] of flagged) {
    const { flag, kind } = option;
    const written = given[name];
    if (written === undefined) continue;
    if (written === '') throw new UsageError(`--${flag} needs a value; write --${flag} ${kind.placeholder}`);
    const parsed = kind.parse(typeof written === 'string' ? (kind.fromText?.(written) ?? written) : written);
    if (isProblem(parsed)) throw new UsageError(`--${flag}: ${parsed.problem}`);
    values[name] = parsed.value;
  }
  return values as Values;
}

function takesValue({ kind }: Option<unknown>): boolean {
  return kind.placeholder !== undefined;
}

function unknown(name: string): UsageError {
  return new UsageError(`unknown option ${name}; ${suggest(name, names, '"sysmon help" lists what there is')}`);
}
