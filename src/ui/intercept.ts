/** A stream of what a terminal sends, without what `split` takes out of it; that is handed over in its place between the rest. */
export function interceptInput<Piece extends object>(
  input: NodeJS.ReadStream,
  split: (chunk: string) => readonly (string | Piece)[],
  take: (piece: Piece) => void,
): NodeJS.ReadStream {
  const waiting: (string | Piece)[] = [];

  function read(): string | null {
    for (;;) {
      for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
        if (typeof piece === 'string') return piece;
        take(piece);
      }
      const chunk: unknown = input.read();
      if (chunk === null) return null;
      waiting.push(...split(String(chunk)));
    }
  }

  return new Proxy(input, {
    get(target, property) {
      if (property === 'read') return read;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
