/** A function that remembers what it computed for a text. */
export interface Recall<T> {
  (text: string): T;
  /** What is remembered of a text. */
  known(text: string): T | undefined;
  /** Remembers what was computed elsewhere; what is remembered already stands, and is the answer. */
  know(text: string, value: T): T;
}

/** More texts than a screen has. Only with Ink as it is, when nobody ends a frame, do they become more. */
const MOST = 2000;

/**
 * Remembers what was computed for a text for as long as frames go on using it: what neither this frame nor the last one asked
 * for is forgotten, so that memory stays flat however long the screen is up.
 */
export function createRecall<T extends string | number | object | null>(compute: (text: string) => T): Recall<T> {
  let last = new Map<string, T>();
  let current = new Map<string, T>();
  turns.push(turn);
  const recall = (text: string) => {
    const value = known(text);
    return value === undefined ? keep(text, compute(text)) : value;
  };
  return Object.assign(recall, { known, know });

  function known(text: string): T | undefined {
    const value = current.get(text);
    if (value !== undefined) return value;
    const before = last.get(text);
    return before === undefined ? undefined : keep(text, before);
  }

  function know(text: string, value: T): T {
    const before = known(text);
    return before === undefined ? keep(text, value) : before;
  }

  function keep(text: string, value: T): T {
    if (current.size >= MOST) turn();
    current.set(text, value);
    return value;
  }

  function turn() {
    [last, current] = [current, last];
    current.clear();
  }
}

/** Ends a frame for everything that is remembered. */
export function endFrame(): void {
  for (const turn of turns) turn();
}

const turns: (() => void)[] = [];
