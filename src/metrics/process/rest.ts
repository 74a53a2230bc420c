import { type Descriptors, fileAt, type KeptFile } from './descriptors.ts';
import type { ProcessStat } from './stat.ts';

/**
 * Tells that a process has not run since its line of stat was read, for a third of what reading that line costs: its time on
 * the processor and the number of its turns, /proc/PID/schedstat, stand still. What others do to it meanwhile isn't told:
 * its nice value, memory that is taken from it, another parent.
 */
export interface Rest {
  /** Asked before the line would be read. */
  isResting(): boolean;
  close(): void;
}

/** Whether what was read shows a process that may rest: of one thread only is told whether it runs, and not of one that does. */
export function mayRest({ threads, state }: ProcessStat): boolean {
  return threads === 1 && state !== 'R';
}

/** Whether, while it rests, it needs not even be asked at every sample. A worker of the kernel has another name behind each piece of work. */
export function mayWait({ kernelThread, name }: ProcessStat): boolean {
  return !(kernelThread && name.startsWith('kworker/'));
}

/** Three numbers of at most 20 digits. */
const LINE = Buffer.alloc(64);
const ZERO = 0x30;

export function watchRest(descriptors: Descriptors, pid: number): Rest {
  const file = fileAt(`/proc/${pid}/schedstat`, 'rest');
  const last = Buffer.alloc(LINE.length);
  let length = 0;
  let usable = true;
  return {
    isResting() {
      if (!usable) return false;
      const { open } = file;
      const told = readLine(descriptors, file);
      // Where it isn't kept, reading it costs more than it saves. No time on the processor: kernels that don't count tell so.
      usable = told > 0 && file.open !== undefined && LINE[0] !== ZERO;
      // Opened anew, it may tell of another process.
      if (usable && file.open === open && told === length && LINE.compare(last, 0, told, 0, told) === 0) return true;
      length = LINE.copy(last, 0, 0, told);
      return false;
    },
    close: () => descriptors.close(file),
  };
}

function readLine(descriptors: Descriptors, file: KeptFile): number {
  try {
    return descriptors.read(file, LINE) ?? 0;
  } catch {
    return 0;
  }
}
