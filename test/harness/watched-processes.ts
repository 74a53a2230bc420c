import { type Attention, createAttention } from '../../src/metrics/process/attention.ts';
import { deriveProcesses } from '../../src/metrics/process/derive.ts';
import { readProcess } from '../../src/metrics/process/linux.ts';
import type { ProcessesReading } from '../../src/metrics/process/reading.ts';
import { createFakeClock } from './fake-clock.ts';
import { createCountingDoor, machineFiles, type ProcFacts, processFiles } from './processes.ts';
import type { Tree } from './tree.ts';

/** After the start of the machine, in seconds. */
export const DAY = 86_400;

/** A little machine, looked at once a second; `more` are files beside those of its processes, as they are at that moment. */
export function watchProcesses(first: readonly ProcFacts[], attention: Attention, more: Tree | (() => Tree) = {}, local = false) {
  let uptime = DAY;
  const treeOf = (processes: readonly ProcFacts[]): Tree =>
    Object.assign({}, machineFiles(uptime, 500), typeof more === 'function' ? more() : more, ...processes.map(processFiles));
  const door = createCountingDoor(treeOf(first));
  const clock = createFakeClock();
  const { get, set: attend } = createAttention(attention);
  const ask = readProcess.open({ door, clock, local, attention: get });
  let before: ProcessesReading | undefined;
  return {
    door,
    attend,
    sample,
    /** The sample a second later, when these run. */
    async next(processes: readonly ProcFacts[]) {
      uptime += 1;
      door.show(treeOf(processes));
      await clock.advance(1);
      return sample();
    },
  };

  async function sample() {
    const outcome = await ask();
    if (outcome.state !== 'ok') throw new Error(JSON.stringify(outcome));
    const value = deriveProcesses(outcome.value, before, 1);
    before = outcome.value;
    return value;
  }
}
