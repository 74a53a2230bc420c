import type { Door } from '../../platform/door.ts';
import { present } from '../present.ts';
import type { ProcessReading } from './process.ts';

/** What doesn't change at every sample: read when a process is first seen, and when it became another program. */
export type ProcessFacts = Pick<ProcessReading, 'user' | 'command' | 'group' | 'unit'>;

export function readFacts(door: Door, pid: number, userName: (id: number) => string): ProcessFacts {
  const group = parseGroup(readAllowed(door, `/proc/${pid}/cgroup`) ?? '');
  const owner = readOwner(door, pid);
  return present({
    user: owner === undefined ? undefined : userName(owner),
    command: parseCommand(readAllowed(door, `/proc/${pid}/cmdline`) ?? ''),
    group,
    unit: group === undefined ? undefined : unitOf(group),
  });
}

/** `/proc/PID/cmdline`: arguments with a NUL behind each; empty for threads of the kernel and for zombies. */
export function parseCommand(text: string): string | undefined {
  return text.replace(/\0+$/, '').replaceAll('\0', ' ').trim() || undefined;
}

/** `/proc/PID/cgroup`: the path in version 2, else that of systemd's hierarchy, else of any; undefined at the root. */
export function parseGroup(text: string): string | undefined {
  const lines = [...text.matchAll(/^\d+:([^:]*):(.+)$/gm)].map(([, controllers = '', path = '']) => ({ controllers, path }));
  const found = [
    lines.find((line) => line.controllers === ''),
    lines.find((line) => line.controllers === 'name=systemd'),
    ...lines,
  ].find((line) => line !== undefined && line.path !== '/');
  return found?.path;
}

/** Container engines put the container's id, 64 hexadecimal digits, at the end of the path. */
const CONTAINER = /(?:(docker|libpod|crio|cri-containerd)-|\/(docker|lxc|kubepods)\/.*?)([0-9a-f]{12})[0-9a-f]{52}/;

/** "docker 4f1c0d2e9a7b" or "nginx.service"; undefined where the path says neither. */
export function unitOf(group: string): string | undefined {
  const container = CONTAINER.exec(group);
  if (container) return `${container[1] ?? container[2]} ${container[3]}`;
  const names = group.split('/').reverse();
  return names.find((name) => /\.(service|scope)$/.test(name)) ?? names.find((name) => name.endsWith('.slice'));
}

/** `/etc/passwd`: names by user id. */
export function parseUsers(text: string): Map<number, string> {
  return new Map([...text.matchAll(/^([^:\n]+):[^:]*:(\d+):/gm)].map(([, name = '', id]) => [Number(id), name]));
}

function readOwner(door: Door, pid: number): number | undefined {
  const match = /^Uid:\s+\d+\s+(\d+)/m.exec(readAllowed(door, `/proc/${pid}/status`) ?? '');
  return match ? Number(match[1]) : undefined;
}

/** Undefined, too, where we lack the rights: one fact less of another user's process is no fault. */
function readAllowed(door: Door, path: string): string | undefined {
  try {
    return door.read(path);
  } catch {
    return undefined;
  }
}
