import type { Door } from '../../platform/door.ts';
import { reader } from '../metric.ts';
import { ok, type Unavailable, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { PressureReading, Stall } from './pressure.ts';

/** Pressure stall information from /proc/pressure. */
export const readPressure = reader<PressureReading>(({ door }) => {
  const read = (resource: string) => {
    const text = door.read(`/proc/pressure/${resource}`);
    return text === undefined ? undefined : parsePressure(text);
  };
  const [cpu, memory, io] = [read('cpu'), read('memory'), read('io')];
  if (!cpu && !memory && !io) return lack(door);
  // `full` means nothing for a machine's processors: the kernel writes zeros there for form's sake.
  return ok(present({ cpu: cpu?.some && { some: cpu.some }, memory, io }));
});

/** `/proc/pressure/RESOURCE`: "some avg10=0.66 avg60=0.22 avg300=0.22 total=15371611", in percent and µs. */
export function parsePressure(text: string): { readonly some?: Stall; readonly full?: Stall } {
  return present({ some: parseStall(text, 'some'), full: parseStall(text, 'full') });
}

function parseStall(text: string, kind: string): Stall | undefined {
  const match = new RegExp(`^${kind} avg10=([\\d.]+) avg60=([\\d.]+) avg300=([\\d.]+) total=(\\d+)`, 'm').exec(text);
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
