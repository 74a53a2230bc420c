import type { Door } from '../../platform/door.ts';
import { present } from '../present.ts';
import type { ProcessReading } from './reading.ts';

/** What doesn't change at every sample: read when a process is first seen, and when it became another program. */
export type ProcessFacts = Pick<ProcessReading, 'user' | 'command' | 'group' | 'unit'>;

export function readFacts(door: Door, pid: number, userName: (id: number) => string): ProcessFacts {
  const owner = readOwner(door, pid);
  return present({
    user: owner === undefined ? undefined : userName(owner),
    command: parseCommand(readAllowed(door, `/proc/${pid}/cmdline`) ?? ''),
    ...placeOf(readAllowed(door, `/proc/${pid}/cgroup`) ?? ''),
  });
}

/** What there is few of: processes share groups. */
const places = new Map<string, Pick<ProcessFacts, 'group' | 'unit'>>();
const MOST_PLACES = 1000;

/** Where a process belongs, by its `/proc/PID/cgroup`. */
function placeOf(text: string): Pick<ProcessFacts, 'group' | 'unit'> {
  let place = places.get(text);
  if (!place) {
    const group = parseGroup(text);
    place = present({ group, unit: group === undefined ? undefined : unitOf(group) });
    if (places.size >= MOST_PLACES) places.clear();
    places.set(text, place);
  }
  return place;
}

/** The folder of a process belongs to its effective user, and asking for that takes the kernel a tenth of writing the whole status. */
function readOwner(door: Door, pid: number): number | undefined {
  return allowed(() => door.owner(`/proc/${pid}`)) ?? parseOwner(readAllowed(door, `/proc/${pid}/status`) ?? '');
}

/** Names of users; numbers where there is no name. The file is read again for a user that it did not know. */
export function createUserNames(door: Door): (id: number) => string {
  let users = new Map<number, string>();
  return (id) => {
    if (!users.has(id)) users = parseUsers(readAllowed(door, '/etc/passwd') ?? '');
    return users.get(id) ?? String(id);
  };
}

/** `/proc/PID/cmdline`: arguments with a NUL behind each; empty for threads of the kernel and for zombies. */
export function parseCommand(text: string): string | undefined {
  return text.replace(/\0+$/, '').replaceAll('\0', ' ').trim() || undefined;
}

/** `/proc/PID/status`: of "Uid: real effective saved filesystem", the effective one. */
export function parseOwner(text: string): number | undefined {
  const match = /^Uid:\s+\d+\s+(\d+)/m.exec(text);
  return match ? Number(match[1]) : undefined;
}

/**
 * `/proc/PID/cgroup`: of its paths one that names a container, else that of version 2, of systemd's own hierarchy,
 * of any; undefined at the root.
 */
export function parseGroup(text: string): string | undefined {
  const lines = [...text.matchAll(/^\d+:([^:\n]*):(\/.+?)(?: \(deleted\))?$/gm)]
    .map(([, controllers = '', path = '']) => ({ controllers, path }))
    .filter(({ path }) => path !== '/');
  const found =
    lines.find(({ path }) => containerOf(path) !== undefined) ??
    lines.find(({ controllers }) => controllers === '') ??
    lines.find(({ controllers }) => controllers === 'name=systemd') ??
    lines[0];
  return found?.path;
}

/** "docker 4f1c0d2e9a7b" or "nginx.service"; undefined where the path says neither. */
export function unitOf(group: string): string | undefined {
  const names = group.split('/').reverse();
  return (
    containerOf(group) ??
    names.find((name) => /\.(service|scope|socket|mount|swap)$/.test(name)) ??
    names.find((name) => name.endsWith('.slice'))
  );
}

/** `/etc/passwd`: names by user id; of two for one id the first, as getpwuid(3) has it. */
export function parseUsers(text: string): Map<number, string> {
  const users = [...text.matchAll(/^([^:\n]+):[^:\n]*:(\d+):/gm)];
  return new Map(users.reverse().map(([, name = '', id]) => [Number(id), name]));
}

/** Engines name a container's group by its id, 64 hexadecimal digits: with systemd "docker-ID.scope", without it ".../docker/ID". */
const CONTAINER = /\/(?:([a-z-]+)-)?([0-9a-f]{12})[0-9a-f]{52}(?:\.scope)?(?=\/|$)/g;

/** How people call what is told by another name there. */
const ENGINES: Readonly<Record<string, string>> = {
  libpod: 'podman',
  crio: 'cri-o',
  'cri-containerd': 'containerd',
  kubepods: 'kubernetes',
};

/** Of containers in containers, the innermost. What only watches over one ("libpod-conmon-ID.scope") is in none. */
function containerOf(group: string): string | undefined {
  const [, prefix, id] = [...group.matchAll(CONTAINER)].at(-1) ?? [];
  if (id === undefined || prefix?.endsWith('conmon')) return undefined;
  const engine = prefix ?? /^\/(\w+)\//.exec(group)?.[1] ?? 'container';
  return `${ENGINES[engine] ?? engine} ${id}`;
}

/** Undefined, too, where we lack the rights: one fact less of another user's process is no fault. */
function readAllowed(door: Door, path: string): string | undefined {
  return allowed(() => door.read(path));
}

function allowed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
