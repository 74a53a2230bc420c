import type { Seconds } from '../../units/quantity.ts';
import { createAccount } from './account.ts';
import { type Attention, isClose } from './attention.ts';
import type { Followed, Follower, Glance } from './follow.ts';

/** A process that hasn't run is read in one of so many samples: others may have changed its nice value or its memory. */
const THOROUGH = 8;
/** A process that is looked at closely may have changed its user or its command line: read in one of so many samples, */
const ANEW = 10;
/** but of no more than so many processes in one; */
const MOST_ANEW = 20;
/** and one that hasn't run so much more seldom: only its control group may be another one. */
const ANYHOW = 6;

/** All processes, followed from sample to sample: which of them are read in one, and how. */
export interface Crowd {
  /** Brings those that are listed up to date, and forgets the others. What can't be read is missing. */
  follow(pids: readonly number[], attention: Attention, machine: MachineWork): ReadonlyMap<number, Followed>;
}

/** The machine as it was when the processes were listed. */
export interface MachineWork {
  /** By the monotonic clock. */
  readonly at: Seconds;
  readonly uptime?: Seconds;
  /** What all cores have worked in programs and threads of the kernel; undefined where that can't be relied on. */
  readonly worked: Seconds | undefined;
}

export function createCrowd(follower: Follower): Crowd {
  const account = createAccount();
  const followed = new Map<number, Followed>();
  let sample = 0;
  let lastUptime: Seconds | undefined;
  /** Listed and couldn't be read, and those that have ended, in this sample. */
  let missed = 0;
  let ended = new Set<number>();

  return {
    follow(pids, attention, { at, uptime, worked }) {
      sample += 1;
      missed = 0;
      ended = new Set();
      account.begin(worked);
      const waiting = lookAtListed(pids, attention, uptime);
      if (followed.size + missed > pids.length) followed.forEach(forget);
      lookAtWaiting(waiting, uptime, at);
      if (ended.size > 0) for (const one of followed.values()) adopt(one, uptime);
      lastUptime = uptime;
      return followed;
    },
  };

  /** Those that rest, and that nobody asks for in this sample, come back unread. */
  function lookAtListed(pids: readonly number[], attention: Attention, uptime: Seconds | undefined): readonly Followed[] {
    const { closely } = attention;
    const pace = Math.max(ANEW, Math.ceil((closely === 'all' ? pids.length : closely.size) / MOST_ANEW));
    const waiting: Followed[] = [];
    for (let i = 0; i < pids.length; i += 1) {
      const pid = pids[i] as number;
      const one = followed.get(pid) ?? follower.begin(pid);
      one.listed = sample;
      const isLookedAt = isClose(attention, pid);
      const turn = pid + sample;
      const isTurn = turn % THOROUGH === 0;
      if (one.mayWait && !isTurn && !isLookedAt) waiting.push(one);
      else {
        look(one, {
          uptime,
          closely: isLookedAt,
          // What is on the screen is as it is now.
          thorough: (isLookedAt && closely !== 'all') || isTurn,
          anew: isLookedAt && turn % pace === 0,
          anyhow: isLookedAt && turn % (ANYHOW * pace) === 0,
        });
      }
    }
    return waiting;
  }

  function lookAtWaiting(waiting: readonly Followed[], uptime: Seconds | undefined, at: Seconds) {
    const isOff = account.isOff();
    for (let i = 0; i < waiting.length; i += 1) {
      const one = waiting[i] as Followed;
      if (isOff) look(one, { uptime, closely: false, thorough: false, anew: false, anyhow: false });
      else one.at = at;
    }
    if (isOff) account.settle();
  }

  function look(one: Followed, glance: Glance) {
    const before = one.stat;
    const isThere = follower.read(one, glance);
    if (before !== undefined && !(isThere && before.start === one.stat?.start)) ended.add(one.pid);
    if (!isThere) {
      missed += 1;
      drop(one);
      return;
    }
    if (before === undefined) followed.set(one.pid, one);
    if (one.stat === undefined) return;
    const used = one.stat.cpu + one.stat.childCpu;
    // What one that was there all along, and wasn't seen, has used before is nobody's work of now.
    const isOld = before === undefined && one.stat.start < (lastUptime ?? 0);
    if (!isOld) account.add(used - one.accounted);
    one.accounted = used;
  }

  function forget(one: Followed) {
    if (one.listed === sample) return;
    ended.add(one.pid);
    drop(one);
  }

  /** What has lost its parent has another one, even where it hasn't run. */
  function adopt(one: Followed, uptime: Seconds | undefined) {
    if (!one.rest || !ended.has(one.stat?.parent ?? 0)) return;
    const glance = { uptime, closely: one.look !== undefined, thorough: true, anew: false, anyhow: false };
    if (!follower.read(one, glance)) drop(one);
  }

  function drop(one: Followed) {
    account.add(-one.accounted);
    follower.end(one);
    followed.delete(one.pid);
  }
}
