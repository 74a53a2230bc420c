import { describeError, OperationError } from '../errors.ts';
import { type Edit, editConfigText } from './edit.ts';
import { encodeYaml } from './encode-yaml.ts';
import { type ConfigFile, parseConfigFile, readConfigText } from './file.ts';
import { type Changes, isSame, optionList } from './option-list.ts';

/** A file that was changed, but not yet written. */
export interface EditedFile {
  /** As it will be. */
  readonly file: ConfigFile;
  readonly text: string;
  /** Its text as it is now; absent where there is no file. */
  readonly before: string | undefined;
}

/**
 * The file as it will be with these changes.
 * @param lost What is changed where there is no file any more.
 * @throws OperationError where it can't be changed.
 */
export async function editFile(path: string, changes: Changes, lost = ''): Promise<EditedFile> {
  const before = await attempt(() => readConfigText(path, false));
  const base = before ?? lost;
  const { values } = await attempt(() => parseConfigFile(path, base));
  const edits = optionList.flatMap(([name, { key, kind }]): Edit[] => {
    if (key === undefined || !Object.hasOwn(changes, name)) return [];
    return [{ key, written: changes[name] === undefined ? undefined : kind.toYaml(changes[name]) }];
  });
  const text = editConfigText(base, edits);
  // What YAML can be written like is without end: what can't be changed safely stays as it is.
  const file = await parseConfigFile(path, text).catch(() => undefined);
  const wanted = { ...values, ...changes };
  if (!file || !optionList.every(([name]) => isSame(name, file.values[name], wanted[name]))) {
    const lines = edits.map(({ key, written }) => `${key}: ${written === undefined ? '' : encodeYaml(written)}`);
    throw new OperationError(`${path} is written in a way that can't be changed here; write into it by hand ${lines.join(', ')}`);
  }
  return { file, text, before };
}

async function attempt<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw new OperationError(`can't save: ${describeError(error)}`, { cause: error });
  }
}
