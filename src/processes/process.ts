import type { ValueOf } from '../metrics/index.ts';

/** One process of a sample. */
export type Process = ValueOf<'process'>['all'][number];

/** Whether a process is meant. */
export type Test = (process: Process) => boolean;
