import { readFile } from 'node:fs/promises';
import { describeError, errorCode, UsageError } from '../errors.ts';
import { configPath, expandHome } from './location.ts';
import type { OptionName, Values } from './option-table.ts';

/** A configuration file that was read. */
export interface ConfigFile {
  readonly path: string;
  readonly values: Values;
  readonly lines: { readonly [K in OptionName]?: number };
  /** Where the entries stand of what is a map, "line:column" by "bindings.quit". */
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
  return { path, ...read };
}

/**
 * The file as it is written, with a byte order mark where it has one; undefined where there is none and none was asked for.
 * @throws UsageError where it can't be read.
 */
export async function readConfigText(path: string, asked: boolean): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (error) {
    const code = errorCode(error);
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    if (missing && !asked) return undefined;
    const why = missing ? 'there is no such file' : (REASONS[code ?? ''] ?? describeError(error));
    throw new UsageError(`${asked ? '--config: ' : ''}${path}: ${why}`, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder, not a file',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not text in UTF-8; save it as such',
  EACCES: 'no permission to read it; allow it, or name another one with --config',
};
