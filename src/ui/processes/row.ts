import type { Process } from '../../processes/process.ts';

type Fact = Exclude<keyof Process, 'id' | 'pid' | 'name' | 'resident'>;

/** A row of the list: a process, or the sum of several. */
export interface ListedRow extends Partial<Pick<Process, Fact>> {
  /** Of the process, or of the group. */
  readonly id: string;
  readonly pid?: number;
  /** How many processes it stands for; absent: it is one. */
  readonly count?: number;
  readonly name: string;
  readonly resident: number;
  /** Lines of the tree before the name. */
  readonly prefix?: string;
  /** Behind the name: how many are folded away. */
  readonly note?: string;
  /** All that it stands for, where they are several. */
  readonly members?: readonly Process[];
}
