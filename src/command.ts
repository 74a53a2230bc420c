import type { Values } from './config/option-list.ts';
import { LIVE_INTERVAL, SUMMARY_INTERVAL } from './config/option-table.ts';
import type { ScreenSize } from './config/settings.ts';
import type { FormatName } from './exporters/index.ts';
import type { Seconds } from './units/quantity.ts';

/** What the command line asks for. */
export type Command = { readonly name: 'help' } | { readonly name: 'version' } | Configured | Sampling;

interface Configured {
  readonly name: 'doctor' | 'config' | 'configPath';
  /** What the flags say; the environment and the file may say more. */
  readonly flags: Values;
}

export type Sampling =
  | ({ readonly name: 'live' | 'demo' | 'short' } & Run)
  | ({ readonly name: 'stream'; readonly format: FormatName } & Run)
  | ({ readonly name: 'screenshot'; readonly file: string; readonly size: ScreenSize } & Run);

interface Run {
  readonly flags: Values;
  /** Stop after so many samples; absent: as long as the command usually takes. */
  readonly count?: number;
  /** Where nobody says how often. */
  readonly defaultInterval: Seconds;
}

/** A word of the command line, for the help. */
export interface Word {
  readonly command: Exclude<Command['name'], 'live' | 'stream' | 'screenshot' | 'version'>;
  /** "config path" */
  readonly words: string;
  readonly help: string;
}

export const words: readonly Word[] = [
  { command: 'demo', words: 'demo', help: 'Facts about the host and one summary; saves demo_snapshot.json' },
  { command: 'short', words: 'short', help: 'Summaries for 30 seconds' },
  { command: 'doctor', words: 'doctor', help: 'What can be measured here, what not, and what would change that' },
  { command: 'config', words: 'config', help: 'The configuration in force, and where each value came from' },
  { command: 'configPath', words: 'config path', help: 'Where the configuration file belongs' },
  { command: 'help', words: 'help', help: 'This text' },
];

/** What happens without a word. */
export const WITHOUT_WORD = 'The live view; where there is no terminal, a plain text summary each interval';

/** How often a command samples where nobody says. */
export function defaultIntervalOf(name: Sampling['name'], format?: FormatName): Seconds {
  return name === 'live' || name === 'screenshot' || (name === 'stream' && format !== 'text') ? LIVE_INTERVAL : SUMMARY_INTERVAL;
}
