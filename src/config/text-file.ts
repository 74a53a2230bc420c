import { readFile } from 'node:fs/promises';
import { describeError, errorCode, UsageError } from '../errors.ts';

/**
 * The text of a file, in UTF-8, with its byte order mark where it has one; undefined where there is none.
 * @param otherwise what to do where reading isn't allowed: "name another one with --config".
 * @throws UsageError where there is one and it can't be read.
 */
export async function readTextFile(path: string, otherwise: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const why =
      code === 'EACCES' ? `no permission to read it; allow it, or ${otherwise}` : (REASONS[code] ?? describeError(error));
    throw new UsageError(`${path}: ${why}`, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'is a folder, not a file',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'is not text in UTF-8; save it as such',
};
