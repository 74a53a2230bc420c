import os from 'node:os';

/** A signal that can be sent. */
export interface Signal {
  /** Without SIG: "TERM". */
  readonly name: string;
  /** As this platform numbers it. */
  readonly number: number;
  /** One line for people. */
  readonly meaning: string;
  readonly aim: Aim;
}

/** What whoever sends it wants to see: that the process ends, stops, continues; or it is only told something. */
export type Aim = 'end' | 'stop' | 'continue' | 'tell';

/** What can be sent on a platform, in the order in which it is offered. */
export function signalsOn(
  platform: NodeJS.Platform,
  numbers: Readonly<Partial<Record<string, number>>> = os.constants.signals,
): readonly Signal[] {
  return (platform === 'win32' ? WINDOWS : UNIX).flatMap(([name, aim, meaning]) => {
    const number = numbers[`SIG${name}`];
    return number === undefined ? [] : [{ name, number, meaning, aim }];
  });
}

type Row = readonly [name: string, aim: Aim, meaning: string];

/** Windows has no signals: all that Node can do there is to end a process without asking it. */
const WINDOWS: readonly Row[] = [['KILL', 'end', 'ends it at once, without asking it']];

/** signal(7). The first are those that people look for; the others say what is wrong with a process that gets them. */
const UNIX: readonly Row[] = [
  ['TERM', 'end', 'asks it to end'],
  ['KILL', 'end', 'ends it at once, without asking it'],
  ['INT', 'end', 'interrupts it, as Ctrl+C does'],
  ['HUP', 'tell', 'its terminal is gone; many services reread their settings'],
  ['QUIT', 'end', 'ends it with a core dump, as Ctrl+\\ does'],
  ['STOP', 'stop', 'freezes it, without asking it'],
  ['CONT', 'continue', 'lets it run again after a stop'],
  ['USR1', 'tell', 'means what the program makes of it'],
  ['USR2', 'tell', 'means what the program makes of it'],
  ['TSTP', 'stop', 'asks it to stop, as Ctrl+Z does'],
  ['ABRT', 'end', 'aborts it with a core dump'],
  ['ALRM', 'tell', 'a timer of its own ran out'],
  ['CHLD', 'tell', 'a child of it ended: it may reap its zombies'],
  ['PIPE', 'tell', 'nobody reads what it writes'],
  ['WINCH', 'tell', 'its terminal has another size'],
  ['TTIN', 'stop', 'stops it, as reading from a terminal in the background does'],
  ['TTOU', 'stop', 'stops it, as writing to a terminal in the background does'],
  ['IO', 'tell', 'a file of it can be read or written'],
  ['URG', 'tell', 'a socket of it has urgent data'],
  ['PWR', 'tell', 'the power fails'],
  ['TRAP', 'end', 'reached a breakpoint: ends with a core dump'],
  ['ILL', 'end', 'illegal instruction: ends with a core dump'],
  ['BUS', 'end', 'bad memory access: ends with a core dump'],
  ['FPE', 'end', 'arithmetic fault: ends with a core dump'],
  ['SEGV', 'end', 'invalid memory reference: ends with a core dump'],
  ['SYS', 'end', 'bad system call: ends with a core dump'],
  ['XCPU', 'end', 'used more CPU time than it may'],
  ['XFSZ', 'end', 'wrote a larger file than it may'],
  ['VTALRM', 'tell', 'a timer of its own CPU time ran out'],
  ['PROF', 'tell', 'a profiling timer of its own ran out'],
];
