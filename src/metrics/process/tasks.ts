import type { Clock } from '../../platform/clock.ts';
import type { Door } from '../../platform/door.ts';
import type { Bytes, Seconds } from '../../units/quantity.ts';
import { type Descriptors, fileAt, type KeptFile } from './descriptors.ts';
import type { ProcessReading, TaskReading } from './reading.ts';
import { parseStat } from './stat.ts';

/** The threads of processes, from sample to sample. */
export interface Tasks {
  /** Of those processes that have several, each of them. */
  read(processes: readonly ProcessReading[]): TasksReading;
  close(): void;
}

export interface TasksReading {
  readonly tasks: readonly TaskReading[];
  readonly taskTimes: readonly Seconds[];
}

const LINE = Buffer.alloc(4096);

export function createTasks(door: Door, clock: Clock, descriptors: Descriptors, page: Bytes): Tasks {
  let files = new Map<number, KeptFile>();
  return {
    read(processes) {
      const tasks: TaskReading[] = [];
      const taskTimes: Seconds[] = [];
      const seen = new Map<number, KeptFile>();
      for (const process of processes) {
        if ((process.threads ?? 1) < 2) continue;
        const folder = `/proc/${process.pid}/task`;
        for (const id of door.numbers(folder) ?? []) {
          const path = `${folder}/${id}/stat`;
          const known = files.get(id);
          const file = known?.path === path ? known : fileAt(path, 'more');
          seen.set(id, file);
          const task = readTask(process, id, file);
          if (task === undefined) continue;
          tasks.push(task);
          taskTimes.push(clock.monotonic());
        }
      }
      closeAll((id, file) => seen.get(id) !== file);
      files = seen;
      return { tasks, taskTimes };
    },
    close() {
      closeAll(() => true);
      files = new Map();
    },
  };

  /** Undefined where it has ended. What isn't its own is that of its process: memory, user, command line, … */
  function readTask(process: ProcessReading, id: number, file: KeptFile): TaskReading | undefined {
    const stat = parseStat(LINE, readLine(file));
    if (stat === undefined) return undefined;
    const { residentPages, waited: _, childCpu: __, threads: ___, ...own } = stat;
    const { threads: ____, ...shared } = process;
    const parent = id === process.pid ? process.parent : process.pid;
    return { ...shared, ...own, pid: id, process: process.pid, parent, resident: Math.max(0, residentPages) * page };
  }

  function readLine(file: KeptFile): number {
    try {
      return descriptors.read(file, LINE) ?? 0;
    } catch {
      return 0;
    }
  }

  function closeAll(isGone: (id: number, file: KeptFile) => boolean) {
    for (const [id, file] of files) if (isGone(id, file)) descriptors.close(file);
  }
}
