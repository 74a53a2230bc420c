import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createDoor } from '../../src/platform/door.ts';
import type { FilesystemRoom } from '../../src/platform/room.ts';
import type { Machine } from './machine.ts';

/** A recorded machine of two instants that goes on as it went from the first to the second. */
export function recordedMachine(folder: string): Machine {
  const [first, second] = [createDoor(path.join(folder, 't0')), createDoor(path.join(folder, 't1'))];
  const rooms = readRooms(path.join(folder, 't1', 'filesystems.json'));
  const uptimes = [first, second].map((door) => Number.parseFloat(door.read('/proc/uptime') ?? ''));
  return {
    step: Math.round((uptimes[1] ?? 0) - (uptimes[0] ?? 0)),
    at: (instant) => ({
      ...(instant === 0 ? first : second),
      read: (file) => {
        const [before, now] = [first.read(file), second.read(file)];
        return before === undefined || now === undefined || instant < 2
          ? instant === 0
            ? before
            : now
          : carryOn(before, now, instant);
      },
      owner: () => undefined,
      async room(mountPoint) {
        const room = rooms[mountPoint];
        if (room === null) return new Promise(() => {});
        if (room === undefined) throw new Error('not recorded');
        return room;
      },
    }),
  };
}

const NUMBER = /(\d+(?:\.\d+)?)/;

/**
 * What a text that was one thing, and then another, would be some instants after the first: what grew grows on, what fell goes
 * to and fro. Where it changed in more than its numbers it stays as it is.
 */
export function carryOn(before: string, now: string, instant: number): string {
  if (before === now) return now;
  const [old, parts] = [before.split(NUMBER), now.split(NUMBER)];
  if (old.length !== parts.length || parts.some((part, i) => i % 2 === 0 && part !== old[i])) return now;
  return parts.map((part, i) => (i % 2 === 0 || part === old[i] ? part : carryNumber(old[i] ?? part, part, instant))).join('');
}

function carryNumber(before: string, now: string, instant: number): string {
  const [from, to] = [Number(before), Number(now)];
  if (to < from) return instant % 2 === 0 ? before : now;
  const then = from + (to - from) * instant;
  return Number.isSafeInteger(Math.trunc(then)) ? then.toFixed(now.split('.')[1]?.length ?? 0) : now;
}

function readRooms(file: string): Readonly<Record<string, FilesystemRoom | null>> {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
