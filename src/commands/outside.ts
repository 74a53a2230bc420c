/** What a command may do to the world; handed in by main, which alone touches the process. */
export interface Outside {
  /** Whether a person can see and use a live view: standard input and output are a terminal that can place text. */
  readonly terminal: boolean;
  /** Standard input and output, for who takes the terminal. */
  readonly streams: { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream };
  /** Writes to standard output; resolves when it is taken, so that a slow reader slows us, too. */
  write(text: string): Promise<void>;
  /** Stops the whole process group, as Ctrl+Z does in a shell; returns when it was continued. */
  stop(): void;
  /** Our own process id. */
  readonly pid: number;
  /** Sends a signal to one process, kill(2); throws with the system's code. */
  kill(pid: number, signal: number): void;
  /** Tells how to give the terminal back, from when a command has taken it. */
  onTerminalTaken(giveBack: () => void): void;
  /** Calls back when the process was continued after a stop. */
  onContinue(listener: () => void): void;
}
