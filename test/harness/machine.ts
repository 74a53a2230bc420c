import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWatch } from '../../src/alerts/watch.ts';
import { resolveSettings } from '../../src/config/resolve.ts';
import { known, type Outcome, ok } from '../../src/metrics/outcome.ts';
import type { Frame } from '../../src/monitor.ts';
import { recordedSystem } from '../../src/platform/recording.ts';
import { createTracks } from '../../src/processes/track.ts';
import { createFilter } from '../../src/sampling/filter.ts';
import { createSource } from '../../src/sampling/reading.ts';
import { deriveSample, type Sample } from '../../src/sampling/sample.ts';
import type { Ratio } from '../../src/units/quantity.ts';

const FOLDER = fileURLToPath(new URL('../fixtures', import.meta.url));

/** What nobody has configured. */
export const defaults = resolveSettings({ flags: {}, environment: {}, home: '/home/ada' }).settings;

/** The recorded machines that there are. */
export const machineNames: readonly string[] = readdirSync(FOLDER).filter((name) => existsSync(path.join(FOLDER, name, 't0')));

/** The two instants of a recorded machine, as samples. */
export async function readMachine(name: string): Promise<readonly [Sample, Sample]> {
  const source = createSource(recordedSystem(path.join(FOLDER, name)), 'linux');
  const [first, second] = [await source.read(), await source.read()];
  if (first === undefined || second === undefined) throw new Error(`${name} has no two instants`);
  const filter = createFilter(defaults);
  const sample = deriveSample(first, undefined, 1);
  return [filter(sample), filter(deriveSample(second, { reading: first, sample }, 5))];
}

/** The frame at a recorded machine's second instant, after a past of so many seconds in which its values came and went. */
export async function frameOf(name: string, length = 200): Promise<Frame> {
  const [first, second] = await readMachine(name);
  const past = Array.from({ length }, (_, i) => moveSample(second, i - length));
  const history = [{ ...first, moment: moveSample(first, -length - 1).moment }, ...past, second];
  const watch = createWatch(defaults.rules);
  const alerts = history.map(watch).at(-1) ?? { firing: [], resolved: [] };
  const tracks = createTracks();
  for (const { process, moment } of history) tracks.add(known(process)?.all ?? [], moment);
  return { sample: second, history, alerts, tracks };
}

/** The sample as it might have been `seconds` away, with values of a wave that meets the sample at its own time. */
export function moveSample(sample: Sample, seconds: number): Sample {
  const { moment } = sample;
  const share = (ratio: Ratio | undefined, factor: number) => (ratio === undefined ? {} : { usage: Math.min(1, ratio * factor) });
  const slow = 1 + 0.08 * wave(seconds, 90);
  const quick = 1 + 0.6 * wave(seconds, 47) + 0.35 * wave(seconds, 11);
  return {
    ...sample,
    moment: { ...moment, time: moment.time + seconds * 1000, monotonic: moment.monotonic + seconds },
    cpu: change(sample.cpu, (cpu) => ({ ...cpu, ...share(cpu.usage, quick), ...scale(cpu, ['user', 'system'], quick) })),
    memory: change(sample.memory, (memory) => ({ ...memory, ...share(memory.usage, slow) })),
    disk: change(sample.disk, (disk) => ({
      ...disk,
      ...scale(disk, ['readRate', 'writeRate'], quick ** 2),
      devices: disk.devices.map((one) => ({ ...one, ...scale(one, ['readRate', 'writeRate'], quick ** 2) })),
    })),
    network: change(sample.network, (network) => ({
      ...network,
      ...scale(network, ['receiveRate', 'sendRate'], quick),
      interfaces: network.interfaces.map((one) => ({ ...one, ...scale(one, ['receiveRate', 'sendRate'], quick) })),
    })),
  };
}

function wave(seconds: number, period: number): number {
  return Math.sin((2 * Math.PI * seconds) / period);
}

function change<T>(outcome: Outcome<T>, changed: (value: T) => T): Outcome<T> {
  const value = known(outcome);
  return value === undefined ? outcome : ok(changed(value));
}

function scale<K extends string>(rates: { readonly [P in K]?: number }, names: readonly K[], factor: number) {
  return Object.fromEntries(names.flatMap((name) => (rates[name] === undefined ? [] : [[name, rates[name] * factor]])));
}
