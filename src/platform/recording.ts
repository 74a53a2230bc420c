import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OperationError } from '../errors.ts';
import type { Seconds } from '../units/quantity.ts';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { createDoor, type Door, type OpenFile } from './door.ts';
import type { FilesystemRoom } from './room.ts';
import { readUptime } from './uptime.ts';

/**
 * A recorded machine: a folder with one sub-folder an instant, t0, t1, …, each holding that instant's /proc and /sys
 * and `filesystems.json`, what statfs(2) said of each mount point (`null`: it did not answer). Time is the recorded one.
 */
export function isRecording(folder: string): boolean {
  return existsSync(path.join(folder, 't0', 'proc'));
}

export function recordedSystem(folder: string) {
  return playInstants(folder, (instant) =>
    existsSync(path.join(folder, `t${instant}`)) ? openInstant(folder, instant) : undefined,
  );
}

/**
 * A system that goes from instant to instant.
 * @param open the way to an instant's files; undefined behind the last.
 * @throws OperationError where there is not even a first.
 */
export function playInstants(name: string, open: (instant: number) => Door | undefined) {
  let instant = 0;
  let door = firstOf(name, open);
  let time: Seconds | undefined;
  const uptime = () => {
    time ??= readUptime(door);
    if (time === undefined) throw new OperationError(`the recording ${name}/t${instant} has no proc/uptime`);
    return time;
  };
  const clock: Clock = {
    now: () => {
      const boot = /^btime (\d+)$/m.exec(door.read('/proc/stat') ?? '')?.[1] ?? 0;
      return Math.round((Number(boot) + uptime()) * 1000);
    },
    monotonic: uptime,
    after: systemClock.after,
  };
  return {
    door: forward(() => door),
    clock,
    local: false,
    sinceBoot: uptime,
    advance() {
      const next = open(instant + 1);
      if (next === undefined) return false;
      instant += 1;
      time = undefined;
      door = next;
      return true;
    },
  };
}

function firstOf(name: string, open: (instant: number) => Door | undefined): Door {
  const first = open(0);
  if (first === undefined) throw new OperationError(`the recording ${name} has no instant`);
  return first;
}

function openInstant(folder: string, instant: number): Door {
  const root = path.join(folder, `t${instant}`);
  const file = path.join(root, 'filesystems.json');
  const rooms: Record<string, FilesystemRoom | null> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return {
    ...createDoor(root),
    owner: () => undefined,
    room: async (mountPoint) => {
      const room = rooms[mountPoint];
      if (room === null) return new Promise(() => {});
      if (room === undefined) throw new OperationError(`not recorded`);
      return room;
    },
  };
}

/** An open file that is read where the recording stands, too, when it has gone on. */
function openEachTime(current: () => Door, file: string): OpenFile | undefined {
  const readOnce = (into: Buffer, from?: number) => {
    const now = current().open(file);
    const length = now?.read(into, from);
    now?.close();
    return length;
  };
  return readOnce(Buffer.alloc(1)) === undefined ? undefined : { read: readOnce, close() {} };
}

/** A door that leads to whichever instant is current. */
function forward(current: () => Door): Door {
  return {
    read: (file) => current().read(file),
    list: (file) => current().list(file),
    numbers: (folder) => current().numbers(folder),
    owner: (file) => current().owner(file),
    size: (file) => current().size(file),
    link: (file) => current().link(file),
    open: (file) => openEachTime(current, file),
    room: (mountPoint, remote) => current().room(mountPoint, remote),
  };
}
