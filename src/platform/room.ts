// biome-ignore lint/style/noRestrictedImports: asked aside, of remote filesystems only, and no sample waits for it
import { spawn } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { OperationError } from '../errors.ts';

/** What a filesystem says of its room, in bytes and inodes; statfs(2). */
export interface FilesystemRoom {
  readonly blockSize: number;
  readonly blocks: number;
  readonly blocksFree: number;
  /** Blocks free to users without privileges. */
  readonly blocksAvailable: number;
  readonly files: number;
  readonly filesFree: number;
}

/** Asks the kernel, in one of Node's own threads. */
export async function readRoom(mountPoint: string): Promise<FilesystemRoom> {
  const s = await statfs(mountPoint);
  return {
    blockSize: s.bsize,
    blocks: s.blocks,
    blocksFree: s.bfree,
    blocksAvailable: s.bavail,
    files: s.files,
    filesFree: s.ffree,
  };
}

/** Then the question is given up: a process that waits for a dead server should not outlive sysmon for long. */
const GIVE_UP_SECONDS = 20;

/**
 * Asks through stat(1), in a process of its own. A thread that waits for a dead server can't be called back, and Node can't
 * end before its threads do, not even by SIGKILL where the kernel waits uninterruptibly.
 * It also knows the size that blocks are counted in, which remote filesystems may tell apart from the one they like to transfer.
 * @throws {OperationError} with the reason that stat gives; with the code ETIMEDOUT where it was given up.
 */
export function readRemoteRoom(mountPoint: string): Promise<FilesystemRoom> {
  const format = '%S %b %f %a %c %d';
  const command = ['-s', 'KILL', String(GIVE_UP_SECONDS), 'stat', '-f', '-c', format, mountPoint];
  return new Promise((resolve, reject) => {
    const child = spawn('timeout', command, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.on('error', () => reject(new OperationError('stat(1) and timeout(1) are needed to ask a remote filesystem')));
    child.on('close', () => {
      const room = parseStat(output);
      if (room) resolve(room);
      else if (complaint) reject(new OperationError(complaint.trim().replace(/^.*: /s, '')));
      else reject(Object.assign(new OperationError('does not answer'), { code: 'ETIMEDOUT' }));
    });
    // Whether it answers or not, it doesn't keep sysmon from ending.
    for (const handle of [child, child.stdout as Socket, child.stderr as Socket]) handle.unref();
  });
}

/** "4096 66053021 60118146 20662853 16777216 16356586". */
function parseStat(text: string): FilesystemRoom | undefined {
  const words = text.trim().split(' ').map(Number);
  const [blockSize, blocks, blocksFree, blocksAvailable, files, filesFree] = words;
  if (words.length !== 6 || !words.every(Number.isFinite)) return undefined;
  return { blockSize, blocks, blocksFree, blocksAvailable, files, filesFree } as FilesystemRoom;
}
