import fc from 'fast-check';
import { beforeAll, it } from 'vitest';
import type { MetricName } from '../../../src/metrics/index.ts';
import { failed, known, ok, unavailable } from '../../../src/metrics/outcome.ts';
import type { Sample } from '../../../src/sampling/sample.ts';
import { parseKeys } from '../../../src/ui/key-name.ts';
import type { MouseReport } from '../../../src/ui/mouse.ts';
import { anySample } from '../../harness/arbitrary.ts';
import { machineNames, moveSample, readMachine } from '../../harness/machine.ts';
import { createWalker, type Walker } from '../../harness/walker.ts';
import { aProcess } from '../../processes/processes.ts';
import { faultsOf, isSelectionInSight } from './faults.ts';
import { anyStart, anyStep, type WalkStep, type WhatIsSampled } from './steps.ts';

const machines: (readonly [Sample, Sample])[] = [];

beforeAll(async () => {
  for (const name of machineNames) machines.push(await readMachine(name));
});

/** Walks, more where PROPERTY_RUNS asks for them, and how long each may take, ms. */
const WALKS = fc.readConfigureGlobal().numRuns ?? 12;
const PATIENCE = 20_000;
/** After each of them the whole screen is drawn twice. */
const STEPS = { minLength: 20, maxLength: 40, size: 'max' } as const;

it(
  'keeps the screen whole, whatever is pressed, clicked, pasted, measured, configured, and however large the terminal is',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyStart, fc.array(anyStep, STEPS), async ({ what, before }, steps) => {
        const walker = await createWalker(writeSample({ ...what, any: undefined }));
        for (let i = 0; i < before; i += 1) await walker.sample(writeSample({ machine: what.machine, at: i - before, lost: [] }));
        for (const step of steps) {
          const seen = isSelectionInSight(walker.scene());
          await take(walker, step);
          const scene = walker.scene();
          const lost = step.is === 'resize' && seen && isSelectionInSight(scene) === false;
          const faults = [
            ...faultsOf(scene, walker.look(), walker.freshLook()),
            ...(lost ? ['the selection is out of sight'] : []),
          ];
          if (faults.length > 0) throw new Error(`${faults.join('\n')}\nat ${scene.width}×${scene.height}, after ${write(step)}`);
        }
      }),
      { numRuns: WALKS, interruptAfterTimeLimit: WALKS * PATIENCE },
    );
  },
  2 * WALKS * PATIENCE,
);

const write = (step: WalkStep) => JSON.stringify(step);

async function take(walker: Walker, step: WalkStep): Promise<void> {
  switch (step.is) {
    case 'key':
      return walker.key(step.key);
    case 'text':
      for (const key of parseKeys(step.text, () => false)) walker.key(key);
      return;
    case 'paste':
      return walker.paste(step.text);
    case 'mouse': {
      const { width, height } = walker.scene();
      const at = { x: Math.round(step.x * (width - 1)), y: Math.round(step.y * (height - 1)) };
      const report: MouseReport =
        step.kind === 'wheel' ? { ...at, kind: 'wheel', by: step.by } : { ...at, kind: step.kind, button: step.button };
      return walker.mouse(report);
    }
    case 'resize':
      return walker.resize(step);
    case 'sample':
      return walker.sample(writeSample(step.what));
    case 'sleep':
      return walker.sleep(step.seconds);
    case 'configure':
      return walker.configure(step.changes);
    case 'colors':
      return walker.colors(step.depth);
  }
}

function writeSample({ machine, at, any, crowd, lost }: WhatIsSampled): (blank: Sample) => Sample {
  return ({ moment }) => {
    const [, second] = machines[machine % machines.length] as readonly [Sample, Sample];
    const whole = any === undefined ? moveSample(second, at) : anyOf(any);
    const process = known(whole.process);
    const all = crowd === undefined || process === undefined ? whole.process : ok({ ...process, all: crowdOf(crowd) });
    const gone = lost.map(([name, isBroken, reason]): readonly [MetricName, unknown] => [
      name,
      isBroken ? failed(reason) : unavailable(reason, reason),
    ]);
    return { ...whole, process: all, ...Object.fromEntries(gone), moment } as Sample;
  };
}

/** The same sample for the same number. */
function anyOf(seed: number): Sample {
  const [sample] = fc.sample(anySample, { seed, numRuns: 1 }) as [Sample];
  return sample;
}

const NAMES = ['node', '日本', 'e\u0301\u0301', 'tab\there', '', '👩‍👩‍👧 family', 'x'.repeat(300), '\u202eright', 'kworker/0:1'];
const USERS = ['root', 'ada', '名前', undefined];

function crowdOf(count: number) {
  return Array.from({ length: count }, (_, i) =>
    aProcess({
      pid: i + 1,
      parent: i % 3 === 0 ? 1 : Math.floor(i / 4),
      name: NAMES[i % NAMES.length] ?? '',
      state: 'RSDZTI'[i % 6] ?? 'S',
      resident: i * 1_000_003,
      ...(i % 5 > 0 && {
        usage: (i % 97) / 30,
        cpuTime: i * i,
        threads: i % 2000,
        nice: (i % 40) - 20,
        age: i * 1000,
        ioRate: i * 9e5,
      }),
      ...(i % 7 > 0 && { command: `/usr/bin/${NAMES[(i + 3) % NAMES.length]} --flag=${i}`, unit: `unit-${i % 9}.service` }),
      ...(USERS[i % USERS.length] !== undefined && { user: USERS[i % USERS.length] as string }),
    }),
  );
}
