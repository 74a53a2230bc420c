import type { ValueOf } from '../metrics/index.ts';
import { type Outcome, ok, unavailable } from '../metrics/outcome.ts';
import { present } from '../metrics/present.ts';
import { topProcesses } from '../metrics/process/process.ts';
import type { Sample } from './sample.ts';

const NOT_KEPT = unavailable('not kept of the past');

type Process = ValueOf<'process'>['all'][number];

/**
 * What is kept of a sample that is past: what is drawn over time, and who used most. Hundreds are kept, and a whole one takes
 * some ten kilobytes, with thousands of processes or hundreds of cores a hundred times as many.
 */
export function distill(sample: Sample): Sample {
  const { cpu, disk, network, sensors, process } = sample;
  return {
    ...sample,
    cpu: map(cpu, (value) => ({ ...value, cores: value.cores.map(({ id, online, usage }) => present({ id, online, usage })) })),
    disk: map(disk, (value) => ({
      ...value,
      devices: value.devices.map(({ name, readRate, writeRate }) => present({ name, readRate, writeRate })),
    })),
    network: map(network, (value) => ({
      ...value,
      interfaces: value.interfaces.map(({ name, counted, receiveRate, sendRate }) =>
        present({ name, counted, receiveRate, sendRate }),
      ),
    })),
    sensors: map(sensors, (value) => ({ ...value, temperatures: [], fans: [] })),
    process: map(process, ({ count, threads, all }) => present({ count, threads, all: busiest(all).map(distillProcess) })),
    filesystem: NOT_KEPT,
    battery: NOT_KEPT,
    host: NOT_KEPT,
  };
}

/** Who may be to blame: who used most of the processors and of the memory, and as far as that is known, who read and wrote most. */
function busiest(all: readonly Process[]): readonly Process[] {
  let reader: Process | undefined;
  let writer: Process | undefined;
  for (const one of all) {
    if ((one.readRate ?? 0) > (reader?.readRate ?? 0)) reader = one;
    if ((one.writeRate ?? 0) > (writer?.writeRate ?? 0)) writer = one;
  }
  return [...new Set([...topProcesses(all, 1), ...(reader ? [reader] : []), ...(writer ? [writer] : [])])];
}

/** Enough to name it, and to tell by what it was to blame. */
function distillProcess(one: Process): Process {
  const { id, pid, parent, name, state, usage, resident, memoryUsage, readRate, writeRate } = one;
  return present({ id, pid, parent, name, state, usage, resident, memoryUsage, readRate, writeRate });
}

function map<T>(outcome: Outcome<T>, change: (value: T) => T): Outcome<T> {
  return outcome.state === 'ok' ? ok(change(outcome.value)) : outcome;
}
