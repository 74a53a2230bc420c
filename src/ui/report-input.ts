import { FOCUS_OFF, FOCUS_ON, type FocusReport } from './focus.ts';
import { interceptInput } from './intercept.ts';
import { createReportSplitter, type MouseReport, REPORTING_OFF, REPORTING_ON } from './mouse.ts';

/** What a terminal reports besides keys. */
export interface Reports {
  /** The terminal's input without reports. */
  readonly keyboard: NodeJS.ReadStream;
  readonly mouse: Mouse;
  readonly focus: Focus;
}

export type Mouse = Reporter<MouseReport>;
/** Whether the terminal has the focus. From when it is taken it is said to have it, until it reports. */
export type Focus = Reporter<FocusReport>;

export interface Reporter<R> {
  /** Calls back with each report, in its place between the keys. Returns what ends that. */
  subscribe(listener: (report: R) => void): () => void;
  /** From here on the terminal reports; until here. */
  take(): void;
  giveBack(): void;
}

/**
 * Listens in on the terminal's input. Ink drops what is no key before anybody hears of it, and would take the rest of a torn
 * report for typed text: so reports are taken out in front of it.
 */
export function openReports(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): Reports {
  const mouse = new Set<(report: MouseReport) => void>();
  const focus = new Set<(report: FocusReport) => void>();
  return {
    keyboard: interceptInput(stdin, createReportSplitter(), (report) => {
      if (report.kind === 'focus') tell(focus, report);
      else tell(mouse, report);
    }),
    mouse: {
      subscribe: (listener) => join(mouse, listener),
      take: () => void stdout.write(REPORTING_ON),
      giveBack: () => void stdout.write(REPORTING_OFF),
    },
    focus: {
      subscribe: (listener) => join(focus, listener),
      take: () => {
        // It may have changed while nothing was reported.
        tell(focus, FOCUSED);
        stdout.write(FOCUS_ON);
      },
      giveBack: () => void stdout.write(FOCUS_OFF),
    },
  };
}

const FOCUSED: FocusReport = { kind: 'focus', focused: true };

function tell<R>(listeners: ReadonlySet<(report: R) => void>, report: R): void {
  for (const listener of listeners) listener(report);
}

function join<T>(all: Set<T>, one: T): () => void {
  all.add(one);
  return () => void all.delete(one);
}
