import { createReportSplitter, type MouseReport, type Piece, REPORTING_OFF, REPORTING_ON } from './mouse.ts';

/** The mouse of a terminal. */
export interface Mouse {
  /** The terminal's input without what the mouse reports. */
  readonly keyboard: NodeJS.ReadStream;
  /** Calls back with each report, in its place between the keys. Returns what ends that. */
  subscribe(listener: (report: MouseReport) => void): () => void;
  /** From here on the terminal reports; until here. */
  take(): void;
  giveBack(): void;
}

/**
 * Listens in on the terminal's input. Ink drops what is no key before anybody hears of it, and would take the rest of a torn
 * report for typed text: so reports are taken out in front of it.
 */
export function openMouse(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): Mouse {
  const listeners = new Set<(report: MouseReport) => void>();
  const split = createReportSplitter();
  const waiting: Piece[] = [];

  function read(): string | null {
    for (;;) {
      for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
        if (typeof piece === 'string') return piece;
        for (const listener of listeners) listener(piece);
      }
      const chunk: unknown = stdin.read();
      if (chunk === null) return null;
      waiting.push(...split(String(chunk)));
    }
  }

  return {
    keyboard: new Proxy(stdin, {
      get(target, property) {
        if (property === 'read') return read;
        const value: unknown = Reflect.get(target, property, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    take: () => void stdout.write(REPORTING_ON),
    giveBack: () => void stdout.write(REPORTING_OFF),
  };
}
