import os from 'node:os';
import type { Clock } from '../../../platform/clock.ts';
import type { Door } from '../../../platform/door.ts';
import type { EpochMs, Seconds } from '../../../units/quantity.ts';
import { type Outcome, ok, unavailable } from '../../outcome.ts';
import { parseGroup, parseUsers } from '../facts.ts';
import { parseStat } from '../stat.ts';
import type { Endianness } from './address.ts';
import type { Detail, Identity, Inspect } from './detail.ts';
import { readFiles } from './files.ts';
import { parseLimits } from './limits.ts';
import { part, partOf, RIGHTS } from './part.ts';
import { parseRollup } from './rollup.ts';
import { parseScheduling } from './scheduling.ts';
import { readSockets, type Sockets, socketInodes } from './sockets.ts';
import { askAgain, type Standing } from './standing.ts';
import { type ProcessStatus, parseStatus } from './status.ts';
import type { PartOf } from './table.ts';
import { readThreads, type ThreadReading } from './threads.ts';
import { parseTotals } from './totals.ts';

export interface InspectOptions {
  readonly door: Door;
  readonly clock: Clock;
  /** Of the machine that is looked at. */
  readonly endianness?: Endianness;
}

/** For some answers the kernel walks all of a process's memory, or the table of all connections there can be: 5 ms and more. */
const SLOW: Seconds = 5;
/** Sooner, where its sockets have changed. */
const CHANGED: Seconds = 1;
/** Between two readings of threads, for shares. */
const SHORTEST: Seconds = 0.08;

/**
 * Asks processes for their details through the door. Of the one that was asked last it remembers what shares and slow parts need.
 * Who answers is made sure of before and after: what is told is of that one process, or nothing is.
 */
export function createInspect({ door, clock, endianness = os.endianness() }: InspectOptions): Inspect {
  let last: Memory | undefined;
  return (identity) => part(() => ask(identity), 'it has ended');

  function ask(identity: Identity): Detail | undefined {
    const { pid, start } = identity;
    const stat = readStat(door, identity);
    if (stat === undefined) return undefined;
    const before = last?.pid === pid && last.start === start ? last : {};
    const { detail, ...remembered } = readDetail({ door, clock, endianness }, pid, stat, before);
    last = { pid, start, ...remembered };
    return readStat(door, identity) === undefined ? undefined : { ...detail, started: readStart(door, start) };
  }
}

/** An old kernel, or a recording that left it out. */
const NOT_TOLD = '/proc has nothing about it';

/** What is kept from one asking to the next. */
interface Remembered {
  readonly threads?: ThreadReading;
  readonly proportional?: Standing<Outcome<PartOf<'proportional'>>>;
  readonly sockets?: Standing<{ readonly of: string; readonly outcome: Outcome<Sockets> }>;
}

type Memory = Identity & Remembered;

/** The line of stat of exactly this process; undefined where it is gone, or the pid is another's now. */
function readStat(door: Door, { pid, start }: Identity): string | undefined {
  const text = door.read(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  const line = Buffer.from(text);
  return parseStat(line, line.length)?.start === start ? text : undefined;
}

function readDetail(
  { door, clock, endianness }: Required<InspectOptions>,
  pid: number,
  stat: string,
  before: Remembered,
): Remembered & { readonly detail: Omit<Detail, 'started'> } {
  const folder = `/proc/${pid}`;
  const read = (name: string) => door.read(`${folder}/${name}`);
  const none = bodilessReason(stat) ?? NOT_TOLD;
  const status = part(() => parseStatus(read('status') ?? ''), NOT_TOLD);
  const ofStatus = <T>(pick: (status: ProcessStatus) => T | undefined, none: string) =>
    partOf(status, (parsed) => part(() => pick(parsed), none));
  const files = part(() => readFiles(door, pid), NOT_TOLD, RIGHTS.own);
  const at = clock.monotonic();
  // Asked twice within a moment, the kernel's ticks are too coarse for shares: then what was told before stays the base.
  const base = before.threads && at - before.threads.at < SHORTEST ? undefined : before.threads;
  const threads = part(() => readThreads(door, pid, at, base), NOT_TOLD);
  const proportional = askAgain(before.proportional, at, SLOW, () => part(() => parseRollup(read('smaps_rollup') ?? ''), none));
  const inodes = socketInodes(files.state === 'ok' ? files.value.first : []);
  const of = [...inodes.keys()].join();
  const sockets = askAgain(before.sockets, at, before.sockets?.answer.of === of ? SLOW : CHANGED, () => ({
    of,
    outcome: partOf(files, () => part(() => readSockets(door, pid, inodes, endianness), NOT_TOLD)),
  }));
  return {
    ...(threads.state === 'ok' && { threads: (!base && before.threads) || threads.value.reading }),
    proportional,
    sockets,
    detail: {
      executable: part(() => door.link(`${folder}/exe`), none),
      folder: part(() => door.link(`${folder}/cwd`), none),
      arguments: part(() => parseArguments(read('cmdline') ?? ''), none),
      owners: ofStatus((parsed) => nameOwners(door, parsed), NOT_TOLD),
      group: part(() => parseGroup(read('cgroup') ?? ''), 'it is in none but the root'),
      memory: ofStatus((parsed) => parsed.memory, none),
      proportional: proportional.answer,
      totals: part(() => parseTotals(read('io') ?? ''), NOT_TOLD, RIGHTS.own),
      switches: ofStatus((parsed) => parsed.switches, NOT_TOLD),
      outOfMemory: part(() => parseOutOfMemory(read('oom_score'), read('oom_score_adj')), NOT_TOLD),
      scheduling: part(() => parseScheduling(stat.trimEnd()), NOT_TOLD),
      waiting: partOf(
        part(() => read('wchan'), NOT_TOLD),
        parseWaiting,
      ),
      limits: part(() => nonEmpty(parseLimits(read('limits') ?? '')), NOT_TOLD),
      threads: partOf(threads, (value) => ok(value.threads)),
      files,
      sockets: sockets.answer.outcome,
    },
  };
}

/** Why it has no program, folder or memory of its own; undefined of a usual process. */
function bodilessReason(stat: string): string | undefined {
  const line = Buffer.from(stat);
  const parsed = parseStat(line, line.length);
  if (parsed?.kernelThread) return 'it is a thread of the kernel';
  return parsed?.state === 'Z' ? 'it has ended, and waits for its parent to ask how' : undefined;
}

/** When it started, by the wall clock: ticks after the boot, of which /proc/stat tells the time. */
function readStart(door: Door, start: Seconds): Outcome<EpochMs> {
  return part(() => {
    const boot = /^btime (\d+)$/m.exec(door.read('/proc/stat') ?? '')?.[1];
    return boot === undefined ? undefined : (Number(boot) + start) * 1000;
  }, 'the kernel does not tell when it booted');
}

/** `/proc/PID/cmdline`: arguments with a NUL behind each. Programs that tell their state there may leave those out. */
export function parseArguments(text: string): readonly string[] | undefined {
  return text === '' ? undefined : text.replace(/\0+$/, '').split('\0');
}

function parseOutOfMemory(score: string | undefined, adjustment: string | undefined) {
  const parsed = { score: Number.parseInt(score ?? '', 10), adjustment: Number.parseInt(adjustment ?? '', 10) };
  return Number.isNaN(parsed.score + parsed.adjustment) ? undefined : parsed;
}

/** "0": it runs, or may not be looked at so closely. */
function parseWaiting(text: string): Outcome<string> {
  const name = text.trim();
  return name === '0' || name === '' ? unavailable('nowhere that may be seen: it runs, or sysmon lacks the rights') : ok(name);
}

function nonEmpty<T>(all: readonly T[]): readonly T[] | undefined {
  return all.length > 0 ? all : undefined;
}

function nameOwners(door: Door, { users, groups, furtherGroups }: ProcessStatus): PartOf<'owners'> | undefined {
  if (users === undefined || groups === undefined) return undefined;
  const user = namesIn(door, '/etc/passwd');
  const group = namesIn(door, '/etc/group');
  return {
    user: user(users.real),
    effectiveUser: user(users.effective),
    group: group(groups.real),
    effectiveGroup: group(groups.effective),
    furtherGroups: furtherGroups.map(group),
  };
}

/** Both files have the number as their third field. */
function namesIn(door: Door, file: string): (id: number) => string {
  const text = part(() => door.read(file), '');
  const names = parseUsers(text.state === 'ok' ? text.value : '');
  return (id) => names.get(id) ?? String(id);
}
