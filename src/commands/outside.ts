/** What a command may do to the world; handed in by main, which alone touches the process. */
export interface Outside {
  /** Writes to standard output; resolves when it is taken, so that a slow reader slows us, too. */
  write(text: string): Promise<void>;
  /** Stops the whole process group, as Ctrl+Z does in a shell; returns when it was continued. */
  stop(): void;
  /** Called with how to give the terminal back, while a command has taken it. */
  onTerminalTaken(giveBack: () => void): void;
  /** Called back when the process was continued after a stop. */
  onContinue(listener: () => void): void;
}
