import type { Bytes, Seconds } from '../../units/quantity.ts';
import type { System } from '../metric.ts';
import { type CloseLook, type CloseReading, createCloseLooks } from './close.ts';
import { ageOf } from './derive.ts';
import { type Descriptors, fileAt, type KeptFile } from './descriptors.ts';
import { createUserNames, type ProcessFacts, readFacts } from './facts.ts';
import type { ProcessReading } from './reading.ts';
import { mayRest, mayWait, type Rest, watchRest } from './rest.ts';
import { type ProcessStat, parseStat } from './stat.ts';

/** The process of one pid, followed from sample to sample. */
export interface Followed {
  readonly pid: number;
  readonly file: KeptFile;
  /** Its line of /proc/PID/stat, so many bytes of it, and what that told. */
  line: Buffer;
  length: number;
  stat?: ProcessStat;
  facts: ProcessFacts;
  /** Old enough, when the facts were read, to be what it is. */
  settled: boolean;
  /** What is told of it: the very same object as long as nothing changes. */
  reading?: ProcessReading | undefined;
  closely?: CloseReading | undefined;
  /** When it was read, by the monotonic clock. */
  at: Seconds;
  look?: CloseLook | undefined;
  rest?: Rest | undefined;
  /** It rested when it was last asked, and what is told of it stands if it still does: it need not be asked at every sample. */
  mayWait: boolean;
  /** The last sample in which it was listed. */
  listed: number;
  /** CPU time of its own and of its children that is accounted for. */
  accounted: Seconds;
}

/** How processes are looked at in one sample. */
export interface Glance {
  readonly uptime: Seconds | undefined;
  readonly closely: boolean;
  /** It is read even if it hasn't run. */
  readonly thorough: boolean;
  /** What seldom changes is read, too, if it has run; */
  readonly anew: boolean;
  /** or even if it hasn't. */
  readonly anyhow: boolean;
}

export interface Follower {
  begin(pid: number): Followed;
  /** Brings it up to date; whether it is still there, and may be seen. */
  read(one: Followed, glance: Glance): boolean;
  end(one: Followed): void;
}

/** The longest line of /proc/PID/stat has about 1,100 characters. */
const LINE = Buffer.alloc(4096);
const EMPTY = Buffer.alloc(0);
/** A program that starts another one first is a copy of it: what is known of one so young is read once more. */
const SETTLES: Seconds = 2;

export function createFollower({ door, clock }: System, descriptors: Descriptors, page: Bytes): Follower {
  const userName = createUserNames(door);
  const lookAt = createCloseLooks(door, descriptors, page);
  return {
    begin: (pid) => ({
      pid,
      file: fileAt(`/proc/${pid}/stat`, 'line'),
      line: EMPTY,
      length: 0,
      facts: {},
      settled: false,
      at: 0,
      mayWait: false,
      listed: 0,
      accounted: 0,
    }),
    read(one, glance) {
      if (glance.closely) one.look ??= lookAt(one.pid);
      else endLook(one);
      const { look, stat: before } = one;
      const asked = mayRestOn(one, glance) ? one.rest : undefined;
      const rests = asked?.isResting() === true;
      if (asked && one.stat) one.mayWait = rests && mayWait(one.stat);
      if (rests && !glance.thorough) {
        one.at = clock.monotonic();
        return true;
      }
      if (glance.anyhow || (glance.anew && !rests)) look?.retry();
      if (!rests) look?.begin(before?.waited ?? false);
      const length = readLine(one.file);
      one.at = clock.monotonic();
      if (isLine(one, length)) watch(one);
      else {
        const stat = parseStat(LINE, length);
        if (stat === undefined) return false;
        take(one, stat, length);
      }
      if (one.stat) tell(one, one.stat, before, glance, rests);
      return true;
    },
    end(one) {
      descriptors.close(one.file);
      endLook(one);
      endRest(one);
    },
  };

  /** 0 where there is none: another user's process on a system that hides them (hidepid), or no descriptor left. */
  function readLine(file: KeptFile): number {
    try {
      return descriptors.read(file, LINE) ?? 0;
    } catch {
      return 0;
    }
  }

  /** What stood still once will do so again. */
  function watch(one: Followed) {
    if (one.stat && mayRest(one.stat)) one.rest ??= watchRest(descriptors, one.pid);
  }

  function take(one: Followed, stat: ProcessStat, length: number) {
    if (one.line.length < length) one.line = Buffer.allocUnsafeSlow(length);
    one.length = LINE.copy(one.line, 0, 0, length);
    one.stat = stat;
    one.reading = undefined;
    endRest(one);
  }

  /** What it does itself, reading, writing and opening files, it hasn't done while it rests. */
  function tell(one: Followed, stat: ProcessStat, before: ProcessStat | undefined, glance: Glance, rests: boolean) {
    const isStill = before?.start === stat.start;
    if (before && !isStill) startLook(one);
    const { uptime, anew, anyhow } = glance;
    if (!isStill || !one.settled || isRenamed(before, stat) || anyhow || (anew && !rests)) {
      const age = ageOf(stat.start, uptime);
      one.settled = age === undefined || age > SETTLES;
      one.facts = readFacts(door, one.pid, userName);
      one.reading = undefined;
    }
    one.reading ??= describe(one, stat);
    if (!rests || !isStill) one.closely = one.look?.finish(stat);
  }

  function describe({ pid, facts }: Followed, { residentPages, waited: _, childCpu: __, ...told }: ProcessStat): ProcessReading {
    return { pid, ...told, resident: Math.max(0, residentPages) * page, ...facts };
  }

  /** Of another process that has its pid now. */
  function startLook(one: Followed) {
    if (one.look === undefined) return;
    endLook(one);
    one.look = lookAt(one.pid);
    one.look.begin(false);
  }

  function endLook(one: Followed) {
    one.look?.close();
    one.look = undefined;
    one.closely = undefined;
  }

  function endRest(one: Followed) {
    one.rest?.close();
    one.rest = undefined;
    one.mayWait = false;
  }
}

/** Whether there is something to spare if it hasn't run: all that is asked for is known, but for what others may do to it. */
function mayRestOn({ settled, look, closely }: Followed, { thorough, anyhow }: Glance): boolean {
  return settled && !anyhow && (look === undefined ? !thorough : closely !== undefined);
}

/** Another program, most likely. A thread of the kernel is called by what it works at, and stays what it is. */
function isRenamed(before: ProcessStat, now: ProcessStat): boolean {
  return before.name !== now.name && !now.kernelThread;
}

function isLine({ line, length }: Followed, told: number): boolean {
  return told > 0 && told === length && LINE.compare(line, 0, told, 0, told) === 0;
}
