import type { Door } from '../../platform/door.ts';
import { rememberLast } from '../../units/remember-last.ts';
import type { Reader } from '../metric.ts';
import { ok, type Unavailable, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { PressureReading, Stall } from './pressure.ts';

/** Pressure stall information from /proc/pressure. */
export const readPressure: Reader<PressureReading> = {
  open({ door }) {
    const [readCpu, readMemory, readIo] = ['cpu', 'memory', 'io'].map((resource) => openPressure(door, resource));
    return () => {
      const [cpu, memory, io] = [readCpu?.(), readMemory?.(), readIo?.()];
      if (!cpu && !memory && !io) return lack(door);
      // `full` means nothing for a machine's processors: the kernel writes zeros there for form's sake.
      return ok(present({ cpu: cpu?.some && { some: cpu.some }, memory, io }));
    };
  },
};

function openPressure(door: Door, resource: string) {
  const parse = rememberLast(parsePressure);
  return () => {
    const text = door.read(`/proc/pressure/${resource}`);
    return text === undefined ? undefined : parse(text);
  };
}

/** `/proc/pressure/RESOURCE`: "some avg10=0.66 avg60=0.22 avg300=0.22 total=15371611", in percent and µs. */
export function parsePressure(text: string): { readonly some?: Stall; readonly full?: Stall } {
  return present({ some: parseStall(text, 'some'), full: parseStall(text, 'full') });
}

const STALLS = {
  some: /^some avg10=([\d.]+) avg60=([\d.]+) avg300=([\d.]+) total=(\d+)/m,
  full: /^full avg10=([\d.]+) avg60=([\d.]+) avg300=([\d.]+) total=(\d+)/m,
} as const;

function parseStall(text: string, kind: keyof typeof STALLS): Stall | undefined {
  const match = STALLS[kind].exec(text);
  if (!match) return undefined;
  const [average10 = 0, average60 = 0, average300 = 0, microseconds = 0] = match.slice(1).map(Number);
  return {
    average10: average10 / 100,
    average60: average60 / 100,
    average300: average300 / 100,
    total: microseconds / 1e6,
  };
}

function lack(door: Door): Unavailable {
  const release = door.read('/proc/sys/kernel/osrelease')?.trim() ?? '';
  const [major = 0, minor = 0] = release.split('.').map((part) => Number.parseInt(part, 10));
  if (major > 0 && (major < 4 || (major === 4 && minor < 20))) {
    return unavailable(`Linux ${release} does not measure pressure`, 'use Linux 4.20 or later');
  }
  return unavailable(
    'the kernel does not measure pressure (PSI)',
    'start it with the parameter psi=1; if that changes nothing, use a kernel built with CONFIG_PSI',
  );
}
