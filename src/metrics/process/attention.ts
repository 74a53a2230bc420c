/** What a consumer looks at. What costs more to read is read only of processes that somebody looks at. */
export interface Attention {
  /**
   * Ids of the processes whose I/O, open files and so on are read;
   * all of them where the list is sorted or filtered by it, or a document is written.
   */
  readonly closely: ReadonlySet<number> | 'all';
  /** Every thread of every process is read, too. */
  readonly threads: boolean;
}

/** Until somebody asks. */
export const NOBODY: Attention = { closely: new Set(), threads: false };
/** For documents, which are read by whoever knows what for. */
export const EVERYBODY: Attention = { closely: 'all', threads: false };

/** Where a consumer says what it looks at, and the reader asks. What is new in it comes with the next sample; rates need two. */
export interface AttentionBox {
  get(): Attention;
  set(attention: Attention): void;
}

/** @param isWatched Whether by now all processes are looked at closely, whatever a consumer says: an alert rule watches what that tells. */
export function createAttention(first: Attention = NOBODY, isWatched = () => false): AttentionBox {
  let current = first;
  return {
    get: () => (isWatched() ? { ...current, closely: 'all' } : current),
    set(attention) {
      current = attention;
    },
  };
}

/** Whether a value, by the name that rules give it, is read only of processes that are looked at closely. */
export function isReadClosely(name: string): boolean {
  return CLOSELY.has(name);
}

const CLOSELY: ReadonlySet<string> = new Set(
  ['shared', 'read_rate', 'write_rate', 'io_rate', 'read', 'written', 'files'].map((field) => `process.all.${field}`),
);

export function isClose({ closely }: Attention, pid: number): boolean {
  return closely === 'all' || closely.has(pid);
}
