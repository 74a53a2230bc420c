import { randomUUID } from 'node:crypto';
import { access, constants, link, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeError, errorCode, OperationError } from '../errors.ts';
import { formatFileTime } from '../units/format.ts';
import type { EpochMs } from '../units/quantity.ts';

/** "metrics_20261122_140359.json", in local time. */
export function snapshotFileName(time: EpochMs): string {
  return `metrics_${formatFileTime(time)}.json`;
}

/** "sysmon_20261122_140359.svg", in local time. */
export function screenshotFileName(time: EpochMs): string {
  return `sysmon_${formatFileTime(time)}.svg`;
}

/**
 * Writes a file into a folder, whole or not at all; the folder is made where there is none.
 * A name that is taken gets a number behind it, unless the file may be replaced.
 * @returns the path of the file.
 * @throws OperationError one line with the folder, the reason and the remedy.
 */
export async function saveSnapshot(
  folder: string,
  fileName: string,
  text: string,
  { replace = false, mode }: { readonly replace?: boolean; readonly mode?: number } = {},
): Promise<string> {
  const temporary = path.join(folder, `.${fileName}.${randomUUID()}.tmp`);
  try {
    await makeFolder(folder);
    try {
      await writeThrough(temporary, text, mode);
      return replace ? await moveOver(temporary, path.join(folder, fileName)) : await moveBeside(temporary, folder, fileName);
    } finally {
      await rm(temporary, { force: true });
    }
  } catch (error) {
    throw new OperationError(`can't save ${fileName} in ${folder}: ${explain(error)}`, { cause: error });
  }
}

/**
 * Puts a text in a file's place, whole or not at all, with the rights that the file has; behind a link, in the place of what
 * that leads to. The folder is made where there is none.
 * A file that nobody may write to is left alone, though another could be put in its place.
 * @throws OperationError as `saveSnapshot` does.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = await stat(target).then(
    (facts) => facts.mode & 0o7777,
    () => undefined,
  );
  if (mode !== undefined && ((mode & ANY_WRITE) === 0 || !(await isWritable(target)))) {
    throw new OperationError(`can't save ${target}: the file is read-only; allow writing it, as by chmod u+w`);
  }
  await saveSnapshot(path.dirname(target), path.basename(target), text, { replace: true, ...(mode !== undefined && { mode }) });
}

/** The right to write, be it of owner, group or others: root, who needs none, heeds them, too. */
const ANY_WRITE = 0o222;

function isWritable(file: string): Promise<boolean> {
  return access(file, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Node's own recursive mkdir never returns below /proc, where a folder's parent is there and yet it can't be made. */
async function makeFolder(folder: string): Promise<void> {
  if (await exists(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder).catch((error) => {
    // Somebody else was quicker.
    if (errorCode(error) !== 'EEXIST') throw error;
  });
}

/** On the disk before it gets its name: after a power cut, too, a file by that name is whole. */
async function writeThrough(file: string, text: string, mode: number | undefined): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    if (mode !== undefined) await handle.chmod(mode);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function moveOver(temporary: string, target: string): Promise<string> {
  await rename(temporary, target);
  return target;
}

async function moveBeside(temporary: string, folder: string, fileName: string): Promise<string> {
  const { name, ext } = path.parse(fileName);
  for (let number = 1; ; number += 1) {
    const target = path.join(folder, number === 1 ? fileName : `${name}_${number}${ext}`);
    if (await giveName(temporary, target)) return target;
  }
}

/** Codes of filesystems without hard links: FAT, some network filesystems. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/** A hard link, unlike a rename, never takes the place of a file that appeared meanwhile. False where the name is taken. */
async function giveName(temporary: string, target: string): Promise<boolean> {
  try {
    await link(temporary, target);
    return true;
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!NO_LINKS.has(code)) throw error;
  }
  if (await exists(target)) return false;
  await rename(temporary, target);
  return true;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

const ELSEWHERE = 'choose another folder';

const EXPLANATIONS: Readonly<Record<string, string>> = {
  EACCES: `no permission to write there; ${ELSEWHERE}, or allow it`,
  EPERM: `no permission to write there; ${ELSEWHERE}, or allow it`,
  ENOENT: `no folder can be made there; ${ELSEWHERE}`,
  ENOTDIR: `that is, or leads through, a file; ${ELSEWHERE}`,
  EISDIR: `a folder by that name is there; ${ELSEWHERE}`,
  EROFS: `the filesystem is read-only; ${ELSEWHERE}`,
  ENOSPC: `the disk is full; free some space, or ${ELSEWHERE}`,
  EDQUOT: `your quota is used up; free some space, or ${ELSEWHERE}`,
  ENAMETOOLONG: `the name is too long; ${ELSEWHERE}`,
  ELOOP: `symbolic links go in a circle; ${ELSEWHERE}`,
};

function explain(error: unknown): string {
  const code = errorCode(error);
  const known = code === undefined ? undefined : EXPLANATIONS[code];
  return known === undefined ? describeError(error) : `${known} (${code})`;
}
