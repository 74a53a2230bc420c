import { parseArguments } from './arguments.ts';
import { type Command, defaultIntervalOf, type Word, words } from './command.ts';
import type { Environment } from './config/option.ts';
import type { Values } from './config/option-list.ts';
import { mode, options } from './config/option-table.ts';
import { readVariable } from './config/resolve.ts';
import { UsageError } from './errors.ts';
import type { FormatName } from './exporters/index.ts';
import { suggest } from './units/nearest.ts';

/**
 * What the command line asks for. Of the environment only MONITOR_MODE counts here; the rest is resolved with the file.
 * @param terminal Whether a person can see and use a live view.
 * @throws UsageError one line that names the value, its place and the remedy.
 */
export function parseCommandLine(argv: readonly string[], environment: Environment, terminal: boolean): Command {
  const { words: given, flags } = parseArguments(argv);
  const word = parseWord(given);
  if (flags.help || word === 'help') return { name: 'help' };
  if (flags.version) return { name: 'version' };
  const format = parseFormat(flags, word);
  if (word === 'doctor' || word === 'config' || word === 'configPath') {
    if (flags.count !== undefined)
      throw new UsageError(`--count goes with commands that sample; leave it out of ${given.join(' ')}`);
    return { name: word, flags };
  }
  const file = parseScreenshot(flags, format, word);
  if (flags.linear) refuseBesideLinear(format ?? (file && 'screenshot'), word);
  const count = flags.count ?? (format === 'json' ? 1 : undefined);
  const run = { flags, ...(count !== undefined && { count }) };
  const stream = (format: FormatName): Command => ({
    name: 'stream',
    format,
    ...run,
    defaultInterval: defaultIntervalOf('stream', format),
  });
  if (format !== undefined) return stream(format);
  if (file !== undefined) {
    const size = flags.size ?? options.size.default;
    return { name: 'screenshot', file, size, ...run, defaultInterval: defaultIntervalOf('screenshot') };
  }
  const chosen = flags.linear ? 'normal' : (word ?? readVariable(mode, environment) ?? 'normal');
  if (chosen === 'normal')
    return terminal || flags.linear ? { name: 'live', ...run, defaultInterval: defaultIntervalOf('live') } : stream('text');
  return { name: chosen, ...run, defaultInterval: defaultIntervalOf(chosen) };
}

/** The command that the words name. */
function parseWord(input: readonly string[]): Word['command'] | undefined {
  if (input.length === 0) return undefined;
  const given = input.join(' ');
  const found = words.find((word) => word.words === given);
  if (found !== undefined) return found.command;
  const longest = words.findLast((word) => given.startsWith(`${word.words} `));
  if (longest !== undefined) {
    const rest = given.slice(longest.words.length + 1);
    const further = words.flatMap((word) => (word.words.startsWith(`${longest.words} `) ? word.words : []));
    throw new UsageError(`unknown word "${rest}" after ${longest.words}; ${suggest(given, further, 'leave it out')}`);
  }
  const [first = ''] = input;
  const names = words.map((word) => word.words);
  throw new UsageError(
    `unknown command "${first}"; ${suggest(first, names, `use ${names.join(', ')}, or none for the live view`)}`,
  );
}

function parseFormat({ json, ndjson }: Values, word: string | undefined): FormatName | undefined {
  if (json && ndjson) throw new UsageError('--json and --ndjson exclude each other; leave one out');
  const format = json ? 'json' : ndjson ? 'ndjson' : undefined;
  if (format && word) throw new UsageError(`--${format} goes without a command; leave out "${word}"`);
  return format;
}

/** It takes the place of the live view, and of nothing else. */
function refuseBesideLinear(other: string | undefined, word: string | undefined): void {
  if (other) throw new UsageError(`--linear and --${other} exclude each other; leave one out`);
  if (word) throw new UsageError(`--linear goes without a command; leave out "${word}"`);
}

/** The file that is to be drawn into. */
function parseScreenshot({ screenshot, size }: Values, format: FormatName | undefined, word: string | undefined) {
  if (screenshot === undefined && size !== undefined) throw new UsageError('--size goes with --screenshot; leave it out');
  if (screenshot === undefined) return undefined;
  if (format) throw new UsageError(`--screenshot and --${format} exclude each other; leave one out`);
  if (word) throw new UsageError(`--screenshot goes without a command; leave out "${word}"`);
  return screenshot;
}
