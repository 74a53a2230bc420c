import { type Present, present } from '../metrics/present.ts';
import type { Process } from './process.ts';

/** What several processes use together; a sum over those that it is known of, absent where it is known of none. */
export type Sums = Present<ReturnType<typeof totals>> & { readonly count: number };

/** Resident memory that processes share is counted for each of them. */
export function sumOf(processes: readonly Process[]): Sums {
  return present(totals(processes));
}

function totals(processes: readonly Process[]) {
  return {
    count: processes.length,
    usage: total(processes, (one) => one.usage),
    memoryUsage: total(processes, (one) => one.memoryUsage),
    resident: total(processes, (one) => one.resident) ?? 0,
    cpuTime: total(processes, (one) => one.cpuTime),
    threads: total(processes, (one) => one.threads),
    readRate: total(processes, (one) => one.readRate),
    writeRate: total(processes, (one) => one.writeRate),
    ioRate: total(processes, (one) => one.ioRate),
    files: total(processes, (one) => one.files),
  };
}

function total(processes: readonly Process[], of: (one: Process) => number | undefined): number | undefined {
  let sum: number | undefined;
  for (const one of processes) {
    const known = of(one);
    if (known !== undefined) sum = (sum ?? 0) + known;
  }
  return sum;
}
