import type { Seconds } from '../../units/quantity.ts';

/**
 * Tells whether processes that rest may be left unread for a while: as long as those that are read account for what the machine
 * has worked, no other one can have run.
 */
export interface Account {
  /** Begins a sample. `worked`: time that all cores have spent in programs and threads of the kernel; undefined where it can't be relied on. */
  begin(worked: Seconds | undefined): void;
  /**
   * So much more is accounted for: what a process used, or its children that ended and were waited for. Less, where one has ended:
   * what it used is counted again for who waits for it.
   */
  add(cpu: Seconds): void;
  /** Whether so much is missing that another one may have run. */
  isOff(): boolean;
  /** All have been read: what is missing still was used by none that is there. */
  settle(): void;
}

/**
 * So much may all of them together have used unseen. Both sides are counted in ticks of 10 ms: with less, a few programs
 * that work a little would look like somebody else.
 */
const UNSEEN: Seconds = 0.05;

export function createAccount(): Account {
  let last: Seconds | undefined;
  let missing = Number.POSITIVE_INFINITY;
  return {
    begin(worked) {
      const grown = worked === undefined || last === undefined ? Number.NaN : worked - last;
      // More than there is to account for was rounding, and is no credit.
      missing = grown >= 0 ? Math.max(0, missing) + grown : Number.POSITIVE_INFINITY;
      last = worked;
    },
    add(cpu) {
      missing -= cpu;
    },
    isOff: () => missing > UNSEEN,
    settle() {
      missing = 0;
    },
  };
}
