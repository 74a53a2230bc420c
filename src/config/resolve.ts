import { homedir } from 'node:os';
import { UsageError } from '../errors.ts';
import { describeConflict, findConflict } from '../keymap/conflict.ts';
import { deriveKeys } from '../keymap/keys-in-force.ts';
import { assembleSettings } from './assemble.ts';
import { type ConfigFile, readConfigFile } from './file.ts';
import { isProblem } from './kind.ts';
import { problemOfPreset } from './layouts.ts';
import type { Environment, Option } from './option.ts';
import { type Changes, type OptionName, optionList, type Values, type ValuesInForce } from './option-list.ts';
import type { Settings } from './settings.ts';

/** Where a value came from. */
export type Origin =
  /** `by` is the variable that tells that it fits. */
  | { readonly from: 'default'; readonly by?: string }
  /** `place` is that of the value, "line:column"; the line is that of its key. */
  | { readonly from: 'file'; readonly path: string; readonly line: number; readonly place?: string | undefined }
  | { readonly from: 'environment'; readonly name: string }
  | { readonly from: 'flag'; readonly name: string }
  | { readonly from: 'session' };

export type Origins = Readonly<Record<OptionName, Origin>>;

export interface Resolved {
  readonly settings: Settings;
  /** The same, option by option; absent where there is no default. */
  readonly values: ValuesInForce;
  readonly origins: Origins;
}

/** Everything that the settings come from. */
export interface Sources {
  /** What the command line says. */
  readonly flags: Values;
  readonly environment: Environment;
  readonly file?: ConfigFile | undefined;
  /** What was changed by hand since the start. */
  readonly changes?: Changes;
  /** What `~` stands for; by default the user's home folder. */
  readonly home?: string;
}

/** Reads the configuration file, and resolves. @throws UsageError as `readConfigFile` and `resolveSettings` do. */
export async function loadSettings({ flags, environment }: Pick<Sources, 'flags' | 'environment'>): Promise<Resolved> {
  return resolveSettings({ flags, environment, file: await readConfigFile(flags.config) });
}

/**
 * A flag beats the environment, which beats the file, which beats the default; a change by hand beats them all.
 * @throws UsageError for a variable whose value can't be, for a key that two actions want, and for a layout that is none.
 */
export function resolveSettings({ home = homedir(), ...sources }: Sources): Resolved {
  const values: Record<string, unknown> = {};
  const origins: Record<string, Origin> = {};
  for (const [name, option] of optionList) {
    const { value, origin } = choose(name, option, sources);
    if (value !== undefined) values[name] = value;
    origins[name] = origin;
  }
  // A layout that the command line asks for brings its own panels.
  if (origins.preset?.from === 'flag' && origins.panels?.from === 'file') {
    delete values.panels;
    origins.panels = { from: 'default' };
  }
  const inForce = values as ValuesInForce;
  refuseConflict(inForce, sources.file);
  refusePreset(inForce, origins.preset);
  return { settings: assembleSettings(inForce, home), values: inForce, origins: origins as Origins };
}

function refuseConflict({ keys: preset, bindings: byHand }: ValuesInForce, file: ConfigFile | undefined): void {
  const conflict = findConflict(deriveKeys(preset, byHand), byHand);
  if (conflict === undefined) return;
  const place = file?.places?.[`bindings.${conflict.id}`];
  throw new UsageError(`${place ? `${file.path}:${place}: ` : ''}bindings: ${describeConflict(conflict, preset)}`);
}

function refusePreset({ preset, layouts }: ValuesInForce, origin: Origin | undefined): void {
  const problem = problemOfPreset(preset, layouts);
  if (problem !== undefined) throw new UsageError(`${sourceOf('preset', origin)}: ${problem}`);
}

/** Which place to look at for the value of a key: "--theme", "config.yaml:3:8: theme"; of a change by hand just the key. */
export function sourceOf(key: string, origin: Origin | undefined): string {
  switch (origin?.from) {
    case 'flag':
    case 'environment':
      return origin.name;
    case 'file':
      return `${origin.path}:${origin.place ?? origin.line}: ${key}`;
    default:
      return key;
  }
}

/** The value of an option's variable; undefined where that is not set. @throws UsageError */
export function readVariable<T>({ environment: variable, kind }: Option<T>, environment: Environment): T | undefined {
  const text = variable && environment[variable.name];
  if (!text || (variable.when !== undefined && text !== variable.when)) return undefined;
  if (variable.means !== undefined) return variable.means;
  const parsed = kind.parse(kind.fromText?.(text) ?? text);
  if (isProblem(parsed)) throw new UsageError(`${variable.name}: ${parsed.problem}`);
  return parsed.value;
}

function choose(
  name: OptionName,
  option: Option<unknown>,
  { flags, environment, file, changes = {} }: Sources,
): { value: unknown; origin: Origin } {
  const usual = usualOf(option, environment);
  if (Object.hasOwn(changes, name)) return { value: changes[name] ?? usual.value, origin: { from: 'session' } };
  if (flags[name] !== undefined) return { value: flags[name], origin: { from: 'flag', name: flagOf(option, flags[name]) } };
  const variable = readVariable(option, environment);
  if (variable !== undefined) return { value: variable, origin: { from: 'environment', name: option.environment?.name ?? '' } };
  const value = file?.values[name];
  if (file && value !== undefined) {
    const place = file.places?.[option.key ?? ''];
    return { value, origin: { from: 'file', path: file.path, line: file.lines[name] ?? 1, place } };
  }
  return { value: usual.value, origin: { from: 'default', ...(usual.name !== undefined && { by: usual.name }) } };
}

/** What is in force where nobody has chosen: what fits here, by the variable of that name, or the default. */
export function usualOf<T>(
  option: Option<T>,
  environment: Environment,
): { readonly value: T | undefined; readonly name?: string } {
  return option.fitting?.(environment) ?? { value: option.default };
}

function flagOf({ flag }: Option<unknown>, value: unknown): string {
  return `--${value === false ? 'no-' : ''}${flag}`;
}
