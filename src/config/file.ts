import { describeError, UsageError } from '../errors.ts';
import { configPath, expandHome } from './location.ts';
import type { OptionName, Values } from './option-table.ts';
import { readTextFile } from './text-file.ts';

/** A configuration file that was read. */
export interface ConfigFile {
  readonly path: string;
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
  const path = asked === undefined ? configPath() : expandHome(asked);
  const text = await readText(path, asked !== undefined);
  if (text === undefined) return undefined;
  const { parseConfigDocument } = await import('./document.ts');
  const { problems, ...read } = parseConfigDocument(text);
  if (problems.length > 0) throw new UsageError(problems.map((problem) => `${path}:${problem}`).join('\n'));
  return { path, ...read };
}

async function readText(path: string, required: boolean): Promise<string | undefined> {
  const place = required ? '--config: ' : '';
  try {
    const text = await readTextFile(path, 'name another one with --config');
    if (text === undefined && required) throw new UsageError(`${path}: there is no such file`);
    return text;
  } catch (error) {
    throw new UsageError(`${place}${describeError(error)}`, { cause: error });
  }
}
