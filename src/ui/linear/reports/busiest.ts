import type { ValueOf } from '../../../metrics/index.ts';
import { sayBytes, sayList, sayShare } from '../words.ts';

type Process = ValueOf<'process'>['all'][number];

/** Below this a process does next to nothing. */
const NOTABLE = 0.005;

/** "node (4211) 11%, make (4309) 4% and cc1 (4310) 2%": of one core's time each; empty where nothing is busy. */
export function sayBusiest(all: readonly Process[], most: number): string {
  return sayFirst(
    all.filter(({ usage }) => (usage ?? 0) >= NOTABLE),
    most,
    ({ usage }) => usage ?? 0,
    ({ usage }) => sayShare(usage ?? 0),
  );
}

/** "node (4211) 3.1 GiB and postgres (812) 1.2 GiB". */
export function sayLargest(all: readonly Process[], most: number): string {
  return sayFirst(
    all,
    most,
    ({ resident }) => resident,
    ({ resident }) => sayBytes(resident),
  );
}

function sayFirst(
  all: readonly Process[],
  most: number,
  weight: (one: Process) => number,
  say: (one: Process) => string,
): string {
  const first = all.toSorted((a, b) => weight(b) - weight(a)).slice(0, most);
  return sayList(first.map((one) => `${one.name} (${one.pid}) ${say(one)}`));
}
