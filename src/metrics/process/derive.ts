import type { Seconds } from '../../units/quantity.ts';
import { present } from '../present.ts';
import { rate, share } from '../rate.ts';
import type { ShapeOf } from '../shape.ts';
import type { CloseReading } from './close.ts';
import { deriveIoRates, type IoReading, NO_IO, writtenOf } from './io.ts';
import type { ProcessesReading, ProcessReading, TaskReading } from './reading.ts';
import type { processShape } from './table.ts';

type Processes = ShapeOf<typeof processShape>;
type Process = Processes['all'][number];
/** While it is put together. */
type Changing = { -readonly [K in keyof Process]: Process[K] };
type Task = NonNullable<Processes['tasks']>[number];

/** Pure. What follows from two readings of each process and each thread. */
export function deriveProcesses(now: ProcessesReading, before: ProcessesReading | undefined, elapsed: Seconds): Processes {
  const machine = { now, before, elapsed };
  const all = deriveEach(processesOf, machine);
  const tasks = now.tasks && deriveEach(tasksOf, machine);
  let attributed = 0;
  let threads: number | undefined;
  for (const one of all) {
    attributed += one.usage ?? 0;
    if (one.threads !== undefined) threads = (threads ?? 0) + one.threads;
  }
  const busy = rate(now.busy, before?.busy, timeBetween(now.at, before?.at, elapsed));
  return present({
    count: all.length,
    threads,
    unattributed: busy === undefined ? undefined : share(Math.max(0, busy - attributed), now.cores),
    hidden: now.hidden,
    all,
    tasks: tasks as readonly Task[] | undefined,
  });
}

/** Uptime is cut to 0.01 s and read a moment before the processes. */
const SLACK: Seconds = 1;

/** Undefined where processes begin after now: a container that is told an uptime of its own. */
export function ageOf(start: Seconds, uptime: Seconds | undefined): Seconds | undefined {
  return uptime === undefined || start > uptime + SLACK ? undefined : Math.max(0, uptime - start);
}

/** Processes or threads, when each was read, and what was read closely of some. */
interface Told {
  readonly list: readonly ProcessReading[];
  readonly times: readonly Seconds[];
  readonly closely: ReadonlyMap<number, CloseReading>;
}

interface Machine {
  readonly now: ProcessesReading;
  readonly before: ProcessesReading | undefined;
  readonly elapsed: Seconds;
}

function processesOf({ processes, times = [], closely = NONE }: ProcessesReading): Told {
  return { list: processes, times, closely };
}

function tasksOf({ tasks = [], taskTimes = [] }: ProcessesReading): Told {
  return { list: tasks, times: taskTimes, closely: NONE };
}

const NONE: ReadonlyMap<number, CloseReading> = new Map();

function deriveEach(of: (reading: ProcessesReading) => Told, { now, before, elapsed }: Machine): readonly Process[] {
  const told = of(now);
  const toldBefore = before && of(before);
  const placeOf = createPlaces(toldBefore?.list ?? []);
  const { uptime, memory } = now;
  return told.list.map((one, i) => {
    const age = ageOf(one.start, uptime);
    const place = placeOf(one.pid);
    const earlier = toldBefore?.list[place];
    // The same pid with another start is another process.
    const isStill = earlier?.start === one.start;
    // One that started since had used nothing; of one that was there and wasn't seen (it was hidden, …) nothing is known.
    const isNew = !isStill && age !== undefined && before?.uptime !== undefined && one.start >= before.uptime;
    const time = timeBetween(told.times[i], isStill ? toldBefore?.times[place] : undefined, elapsed);
    const usage = one.usage ?? usageOf(one.cpu, isNew ? 0 : isStill ? earlier.cpu : undefined, time);
    const derived = begin(one, usage, share(one.resident, memory), age);
    const close = told.closely.get(one.pid);
    if (close !== undefined)
      addClosely(derived, close, isNew ? NO_IO : isStill ? toldBefore?.closely.get(one.pid)?.io : undefined, time);
    return derived;
  });
}

/** Where a process stands in a list. Mostly it stands behind the one that was asked for before. */
function createPlaces(list: readonly ProcessReading[]): (pid: number) => number {
  let next = 0;
  let places: Map<number, number> | undefined;
  return (pid) => {
    if (list[next]?.pid !== pid) {
      places ??= new Map(list.map((one, i) => [one.pid, i]));
      next = places.get(pid) ?? -1;
    }
    next += 1;
    return next - 1;
  };
}

function addClosely(derived: Changing, close: CloseReading, before: IoReading | undefined, time: Seconds) {
  if (close.shared !== undefined) derived.shared = close.shared;
  if (close.files !== undefined) derived.files = close.files;
  if (close.restricted) derived.restricted = true;
  const { io } = close;
  if (io === undefined) return;
  derived.read = io.read;
  derived.written = writtenOf(io);
  const rates = deriveIoRates(io, before, time);
  if (rates === undefined) return;
  derived.readRate = rates.readRate;
  derived.writeRate = rates.writeRate;
  derived.ioRate = rates.readRate + rates.writeRate;
}

/**
 * What is told of each, put together at once, for there are thousands, and an object that grows is copied again and again. To copy one takes ten times as long where the numbers in it were whole in one process and broken in another.
 */
function begin(
  one: ProcessReading,
  usage: number | undefined,
  memoryUsage: number | undefined,
  age: Seconds | undefined,
): Changing {
  const { pid, parent, name, state, resident, cpu: cpuTime, virtual, threads, nice, priority, kernelThread } = one;
  const derived: Changing & { process?: number } = present({
    id: idOf(one),
    pid,
    parent,
    name,
    state,
    resident,
    cpuTime,
    virtual,
    threads,
    nice,
    priority,
    kernelThread,
    usage,
    memoryUsage,
    age,
  });
  if (one.user !== undefined) derived.user = one.user;
  if (one.command !== undefined) derived.command = one.command;
  if (one.group !== undefined) derived.group = one.group;
  if (one.unit !== undefined) derived.unit = one.unit;
  if (isTask(one)) derived.process = one.process;
  return derived;
}

/** What a process tells stays the same object as long as nothing of it changes. */
const ids = new WeakMap<ProcessReading, string>();

function idOf(one: ProcessReading): string {
  let id = ids.get(one);
  if (id === undefined) {
    id = `${isTask(one) ? `${one.process}:` : ''}${one.pid}@${one.start}`;
    ids.set(one, id);
  }
  return id;
}

function isTask(one: ProcessReading | TaskReading): one is TaskReading {
  return 'process' in one;
}

/** Time used never goes down. */
function usageOf(now: Seconds | undefined, before: Seconds | undefined, time: Seconds): number | undefined {
  if (now === undefined || before === undefined || now < before) return undefined;
  return rate(now, before, time);
}

function timeBetween(now: Seconds | undefined, before: Seconds | undefined, elapsed: Seconds): Seconds {
  return now === undefined || before === undefined ? elapsed : now - before;
}
