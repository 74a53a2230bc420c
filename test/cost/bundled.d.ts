import type { Figures, Job } from './measure.ts';

export function bundle(script: 'measure.ts'): Promise<string>;
export function runJob(script: string, job: Job): Figures;
