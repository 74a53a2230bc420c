import { getHeapStatistics } from 'node:v8';
import type { Asked } from './counting-door.ts';
import { foreseeing } from './machine.ts';
import { takeTime } from './own-time.ts';
import { recordedMachine } from './recorded-machine.ts';
import { openRig, type Rig, type Size } from './rig.ts';
import { type Extent, sizedMachine } from './sized-machine.ts';

/** What one sample, drawn, takes. */
export interface Figures extends Asked {
  /** In Ink's tree. */
  readonly nodes: number;
  /** Characters written to the terminal. */
  readonly written: number;
  /** Bytes taken from V8's heap, but for the texts of the files; the median, the others are means. */
  readonly allocated: number;
}

/** What a run is of. */
export interface Job extends Size {
  /** A recorded machine's folder, or how much there is of a made one. */
  readonly machine: string | Extent;
  /** Over so many samples: a multiple of 40 has the same turns of every reading that has a pace of its own. */
  readonly samples: number;
}

/** Until rates, histories and what is kept open are as they stay. */
const WARM_UP = 16;
/** V8's room for new objects holds what so many take. */
const COLLECTED = 5;
const job = JSON.parse(process.argv[2] ?? '{}') as Job;
console.log(JSON.stringify(await measure(job)));

async function measure({ machine: wanted, samples, ...size }: Job): Promise<Figures> {
  const machine = foreseeing(typeof wanted === 'string' ? recordedMachine(wanted) : sizedMachine(wanted));
  const rig = openRig(machine, size, takeTime());
  for (let i = 0; i < WARM_UP; i += 1) await rig.next();
  machine.foresee(WARM_UP + samples + 2);
  const figures = await take(rig, samples);
  rig.close();
  return figures;
}

async function take(rig: Rig, samples: number): Promise<Figures> {
  const before = { ...rig.asked, written: rig.written() };
  const allocated: number[] = [];
  for (let i = 0; i < samples; i += 1) {
    if (i % COLLECTED === 0) gc?.();
    const used = getHeapStatistics().used_heap_size;
    await rig.next();
    // Less than before where V8 has collected of itself meanwhile.
    allocated.push(getHeapStatistics().used_heap_size - used);
  }
  const nodes = rig.nodes();
  const { opens, reads, files, lists, facts } = rig.asked;
  const now = { opens, reads, files, lists, facts, written: rig.written() };
  const figures = Object.entries(now).map(([name, count]) => [name, (count - before[name as keyof typeof before]) / samples]);
  return { ...Object.fromEntries(figures), nodes, allocated: middleOf(allocated.filter((bytes) => bytes > 0)) };
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
