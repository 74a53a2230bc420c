import os from 'node:os';
import type { Door } from '../../platform/door.ts';
import { readUptime } from '../../platform/uptime.ts';
import type { Reader, System } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import { readContainer } from './container.ts';
import type { HostReading } from './host.ts';
import { readVirtualization } from './virtualization.ts';

const KERNEL = '/proc/sys/kernel';

/** What the machine is, asked once; how long it has been up, each time. */
export const readHost: Reader<HostReading> = {
  open(system) {
    let facts: Omit<HostReading, 'uptime'> | undefined;
    return () => {
      facts ??= readFacts(system);
      if (facts === undefined) return unavailable(`${KERNEL}/hostname is missing`, 'mount /proc');
      return ok(present({ ...facts, uptime: readUptime(system.door) }));
    };
  },
};

function readFacts({ door, local }: System): Omit<HostReading, 'uptime'> | undefined {
  const name = readLine(door, `${KERNEL}/hostname`) ?? readLine(door, '/etc/hostname');
  if (name === undefined) return undefined;
  const hints = withoutRefusals(door);
  const type = readLine(door, `${KERNEL}/ostype`) ?? 'Linux';
  const release = readLine(door, `${KERNEL}/osrelease`);
  return present({
    name,
    os: parseOsRelease(door.read('/etc/os-release') ?? door.read('/usr/lib/os-release') ?? '') ?? type,
    kernel: release === undefined ? type : `${type} ${release}`,
    // Kernels before 6.1 have no such file.
    architecture: readLine(door, `${KERNEL}/arch`) ?? (local ? os.machine() : undefined),
    virtualization: readVirtualization(hints),
    container: readContainer(hints),
    bootTime: parseBootTime(door.read('/proc/stat') ?? ''),
  });
}

function readLine(door: Door, path: string): string | undefined {
  return door.read(path)?.trim() || undefined;
}

/** Where a virtual machine or a container shows may be for root's eyes only: what may not be read tells nothing. */
function withoutRefusals(door: Door): Door {
  const attempt =
    <T>(ask: (path: string) => T) =>
    (path: string) => {
      try {
        return ask(path);
      } catch {
        return undefined;
      }
    };
  return { ...door, read: attempt(door.read), list: attempt(door.list), link: attempt(door.link) };
}

/** `os-release`, os-release(5): how the system calls itself for people. */
export function parseOsRelease(text: string): string | undefined {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, key, value] = /^([A-Z_]+)=(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) values.set(key, unquote(value));
  }
  return values.get('PRETTY_NAME') || [values.get('NAME'), values.get('VERSION')].filter(Boolean).join(' ') || undefined;
}

/** A value as a shell would take it: in quotes of either kind, or bare. */
function unquote(value: string): string {
  const [, double, single] = /^(?:"(.*)"|'(.*)')$/.exec(value) ?? [];
  return single ?? (double ?? value).replace(/\\(["$`\\])/g, '$1');
}

/** The `btime` line of `/proc/stat`, in ms since 1970. */
function parseBootTime(text: string): number | undefined {
  const seconds = Number(/^btime (\d+)$/m.exec(text)?.[1]);
  return seconds > 0 ? seconds * 1000 : undefined;
}
