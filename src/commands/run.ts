import { parseCommandLine } from '../cli.ts';
import type { Command, Sampling } from '../command.ts';
import type { Environment } from '../config/option.ts';
import { loadSettings, type Resolved } from '../config/resolve.ts';
import { loadTheme } from '../config/theme/load.ts';
import { dark } from '../themes/built-in/index.ts';
import type { Seconds } from '../units/quantity.ts';
import type { Outside } from './outside.ts';

declare const SYSMON_VERSION: string;

/** How long `short` goes on. */
const SHORT: Seconds = 30;

/**
 * Does what the command line asks for; resolves when it is done. What a command doesn't need is not loaded for it.
 * @throws UsageError for anything that was asked wrongly, OperationError for what could not be done.
 */
export async function run(argv: readonly string[], environment: Environment, outside: Outside): Promise<void> {
  const command = parseCommandLine(argv, environment, outside.terminal);
  switch (command.name) {
    case 'help':
      return outside.write((await import('../help.ts')).formatHelp());
    case 'version':
      return outside.write(`${SYSMON_VERSION}\n`);
    case 'configPath':
      return outside.write(`${(await import('../config/location.ts')).configPath()}\n`);
    case 'config':
      return writeConfig(await load(command, environment), outside);
    case 'doctor': {
      const { settings } = await load(command, environment);
      return (await import('./doctor.ts')).runDoctor({ settings, interval: settings.interval ?? 1 }, outside);
    }
    case 'live': {
      const { flags, defaultInterval } = command;
      return (await import('./live.ts')).runLive({ flags, environment, defaultInterval, ...limits(command) }, outside);
    }
    case 'screenshot':
    case 'stream':
    case 'demo':
    case 'short':
      return sample(command, await load(command, environment), outside);
  }
}

function load({ flags }: Extract<Command, { flags: unknown }>, environment: Environment) {
  return loadSettings({ flags, environment });
}

/** A theme that can't be read is told here, too, though nothing is drawn. */
async function writeConfig(resolved: Resolved, outside: Outside): Promise<void> {
  const palette = await loadTheme(resolved);
  return outside.write((await import('./config.ts')).formatConfig(resolved, palette));
}

async function sample(command: Exclude<Sampling, { name: 'live' }>, resolved: Resolved, outside: Outside): Promise<void> {
  const { settings } = resolved;
  const options = { settings, interval: settings.interval ?? command.defaultInterval };
  switch (command.name) {
    case 'screenshot': {
      const { file, size } = command;
      // There is no terminal whose background could be followed.
      const palette = (await loadTheme(resolved)) ?? dark;
      return (await import('./screenshot.ts')).runScreenshot({ ...options, ...limits(command), palette, file, size }, outside);
    }
    case 'demo':
      return (await import('./demo.ts')).runDemo(options, outside);
    case 'short':
      return (await import('./stream.ts')).runStream(
        { ...options, ...limits(command), format: 'text', duration: SHORT },
        outside,
      );
    case 'stream':
      return (await import('./stream.ts')).runStream({ ...options, ...limits(command), format: command.format }, outside);
  }
}

function limits({ count }: Pick<Sampling, 'count'>) {
  return count === undefined ? {} : { count };
}
