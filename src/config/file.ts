import { describeError, UsageError } from '../errors.ts';
import { configPath, expandHome } from './location.ts';
import type { OptionName, Values } from './option-list.ts';
import { readTextFile } from './text-file.ts';

/** A configuration file that was read. */
export interface ConfigFile {
  readonly path: string;
  /** As it is written. */
  readonly text?: string;
  readonly values: Values;
  readonly lines: { readonly [K in OptionName]?: number };
  /** Where the values stand, "line:column", and the entries of what is a map: by "preset", "bindings.quit". */
  readonly places?: Readonly<Record<string, string>>;
}

/**
 * Reads the file that was asked for, or the one at the usual place; undefined where there is none there.
 * @throws UsageError where the file asked for can't be read; and with one line for each thing that is wrong in it,
 * "FILE:LINE:COLUMN: …".
 */
export async function readConfigFile(asked: string | undefined): Promise<ConfigFile | undefined> {
  const path = placeOfConfig(asked);
  const text = await readConfigText(path, asked !== undefined);
  return text === undefined ? undefined : parseConfigFile(path, text);
}

/** Where the file is, or would be. */
export function placeOfConfig(asked: string | undefined): string {
  return asked === undefined ? configPath() : expandHome(asked);
}

/** @throws UsageError as `readConfigFile` does. */
export async function parseConfigFile(path: string, text: string): Promise<ConfigFile> {
  const { parseConfigDocument } = await import('./document.ts');
  const { problems, ...read } = parseConfigDocument(text);
  if (problems.length > 0) throw new UsageError(problems.map((problem) => `${path}:${problem}`).join('\n'));
  return { path, text, ...read };
}

/**
 * The file as it is written, with a byte order mark where it has one; undefined where there is none and none was asked for.
 * @throws UsageError where it can't be read.
 */
export async function readConfigText(path: string, asked: boolean): Promise<string | undefined> {
  try {
    const text = await readTextFile(path, 'name another one with --config');
    if (text === undefined && asked) throw new UsageError(`${path}: there is no such file`);
    return text;
  } catch (error) {
    throw new UsageError(`${asked ? '--config: ' : ''}${describeError(error)}`, { cause: error });
  }
}
