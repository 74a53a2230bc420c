import type { ValueOf } from '../metrics/index.ts';
import { known } from '../metrics/outcome.ts';
import type { Sample } from '../sampling/sample.ts';
import type { Culprit, Rule } from './alert.ts';

type Process = ValueOf<'process'>['all'][number];
type Watched = Pick<Rule, 'metric' | 'comparison'>;

/** The process that uses most of what a rule watches; undefined where no process is to blame, or none is known. */
export function findCulprit(watched: Watched, sample: Sample): Culprit | undefined {
  const blame = blameFor(watched);
  if (blame === undefined) return undefined;
  let worst: Culprit | undefined;
  for (const one of known(sample.process)?.all ?? []) {
    const used = blame.share(one, sample) ?? 0;
    if (used > (worst?.share ?? 0)) worst = { name: one.name, pid: one.pid, share: used };
  }
  return worst && worst.share >= blame.least ? worst : undefined;
}

/** Whether a process can be to blame. */
export function hasCulprit(watched: Watched): boolean {
  return blameFor(watched) !== undefined;
}

/** What of a thing that is watched a process uses up, and with less than which share nobody is to blame. */
interface Blame {
  readonly watched: RegExp;
  share(one: Process, sample: Sample): number | undefined;
  readonly least: number;
}

function blameFor({ metric, comparison }: Watched): Blame | undefined {
  return BLAMES.find(({ watched }) => watched.test(`${metric} ${comparison}`));
}

/** What nobody else can have more of: what is read and written is known of some processes only, and what is written reaches a disk later. */
const HALF = 0.5;

/** What processes use up. Not swap, which a resident size doesn't tell, nor time that is stolen or waited. */
const BLAMES: readonly Blame[] = [
  { watched: /^cpu\.(usage|user|nice|system|load\.\w+|tasks_running) >$/, share: ({ usage }) => usage, least: 0 },
  { watched: /^memory\.((usage|used) >|(available|free) <)$/, share: ({ memoryUsage }) => memoryUsage, least: 0 },
  {
    watched: /^disk\.read_rate >$/,
    share: ({ readRate }, { disk }) => portion(readRate, known(disk)?.readRate),
    least: HALF,
  },
  {
    watched: /^disk\.write_rate >$/,
    share: ({ writeRate }, { disk }) => portion(writeRate, known(disk)?.writeRate),
    least: HALF,
  },
];

/** The cache takes more than a disk does at the same time. */
function portion(part: number | undefined, all: number | undefined): number | undefined {
  return part !== undefined && all ? Math.min(1, part / all) : undefined;
}
