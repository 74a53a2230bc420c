import type { Door } from '../../src/platform/door.ts';
import type { Seconds } from '../../src/units/quantity.ts';

/** A machine that goes on for as long as is wanted; all that it shows follows from the number of the instant. */
export interface Machine {
  /** Between two instants. */
  readonly step: Seconds;
  /** What of a door a machine has an answer to: it has no files that are kept open, those are read anew. */
  at(instant: number): Omit<Door, 'open'>;
}

/** A machine whose texts are made ahead. */
export interface ForeseenMachine extends Machine {
  /** Makes what will be read at the instants up to this one, if it is what was read up to now. */
  foresee(end: number): void;
}

/** Remembers what each instant shows, so that making it is not taken for the monitor's own work. */
export function foreseeing({ step, at }: Machine): ForeseenMachine {
  const paths = new Set<string>();
  const instants = new Map<number, ReturnType<Machine['at']>>();
  let last = 0;
  const remember = (instant: number) => {
    const door = at(instant);
    const texts = new Map<string, string | undefined>();
    const pids = door.numbers('/proc');
    return {
      ...door,
      numbers: (path: string) => (path === '/proc' ? pids : door.numbers(path)),
      read(path: string) {
        paths.add(path);
        if (!texts.has(path)) texts.set(path, door.read(path));
        return texts.get(path);
      },
    };
  };
  const show = (instant: number) => {
    const door = instants.get(instant) ?? remember(instant);
    instants.set(instant, door);
    return door;
  };
  return {
    step,
    at(instant) {
      if (instant !== last) instants.delete(last);
      last = instant;
      return show(instant);
    },
    foresee(end) {
      for (let instant = last + 1; instant <= end; instant += 1) for (const path of paths) show(instant).read(path);
    },
  };
}
