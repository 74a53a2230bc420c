import type { Seconds } from '../../units/quantity.ts';
import { present } from '../present.ts';
import { rate, share } from '../rate.ts';
import type { ShapeOf } from '../shape.ts';
import type { CloseReading } from './close.ts';
import { deriveIoRates, NO_IO, writtenOf } from './io.ts';
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
  const places = new Map<number, number>();
  toldBefore?.list.forEach(({ pid }, i) => {
    places.set(pid, i);
  });
  return told.list.map((one, i) => {
    const age = ageOf(one.start, now.uptime);
    const place = places.get(one.pid) ?? -1;
    const earlier = toldBefore?.list[place];
    // The same pid with another start is another process.
    const isStill = earlier?.start === one.start;
    // One that started since had used nothing; of one that was there and wasn't seen (it was hidden, …) nothing is known.
    const isNew = !isStill && age !== undefined && before?.uptime !== undefined && one.start >= before.uptime;
    const time = timeBetween(told.times[i], isStill ? toldBefore?.times[place] : undefined, elapsed);
    const derived = begin(one);
    const usage = one.usage ?? usageOf(one.cpu, isNew ? 0 : isStill ? earlier.cpu : undefined, time);
    if (usage !== undefined) derived.usage = usage;
    const memoryUsage = share(one.resident, now.memory);
    if (memoryUsage !== undefined) derived.memoryUsage = memoryUsage;
    if (age !== undefined) derived.age = age;
    const close = told.closely.get(one.pid);
    if (close === undefined) return derived;
    if (close.shared !== undefined) derived.shared = close.shared;
    if (close.files !== undefined) derived.files = close.files;
    if (close.restricted) derived.restricted = true;
    const { io } = close;
    if (io === undefined) return derived;
    derived.read = io.read;
    derived.written = writtenOf(io);
    const rates = deriveIoRates(io, isNew ? NO_IO : isStill ? toldBefore?.closely.get(one.pid)?.io : undefined, time);
    if (rates === undefined) return derived;
    derived.readRate = rates.readRate;
    derived.writeRate = rates.writeRate;
    derived.ioRate = rates.readRate + rates.writeRate;
    return derived;
  });
}

/**
 * What needs no reading before. Put together one by one: to copy an object takes ten times as long where the numbers in it
 * were whole in one process and broken in another.
 */
function begin(one: ProcessReading): Changing {
  const { pid, parent, name, state, resident } = one;
  const derived: Changing & { process?: number } = { id: idOf(one), pid, parent, name, state, resident };
  if (one.cpu !== undefined) derived.cpuTime = one.cpu;
  if (one.virtual !== undefined) derived.virtual = one.virtual;
  if (one.threads !== undefined) derived.threads = one.threads;
  if (one.nice !== undefined) derived.nice = one.nice;
  if (one.priority !== undefined) derived.priority = one.priority;
  if (one.kernelThread !== undefined) derived.kernelThread = one.kernelThread;
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
