import { interceptInput } from './intercept.ts';
import { createReportSplitter, type MouseReport, REPORTING_OFF, REPORTING_ON } from './mouse.ts';

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
  return {
    keyboard: interceptInput(stdin, createReportSplitter(), (report) => {
      for (const listener of listeners) listener(report);
    }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    take: () => void stdout.write(REPORTING_ON),
    giveBack: () => void stdout.write(REPORTING_OFF),
  };
}
