/**
 * Remembers what was computed for a text for as long as frames go on using it: what neither this frame nor the last one asked
 * for is forgotten, so that memory stays flat however long the screen is up.
 */
export function createRecall<T extends string | number | object | null>(compute: (text: string) => T): (text: string) => T {
  let last = new Map<string, T>();
  let current = new Map<string, T>();
  turns.push(() => {
    [last, current] = [current, last];
    current.clear();
  });
  return (text) => {
    const known = current.get(text);
    if (known !== undefined) return known;
    const before = last.get(text);
    const value = before === undefined ? compute(text) : before;
    current.set(text, value);
    return value;
  };
}

/** Ends a frame for everything that is remembered. */
export function endFrame(): void {
  for (const turn of turns) turn();
}

const turns: (() => void)[] = [];
