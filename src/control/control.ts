import { describeError, errorCode } from '../errors.ts';
import type { Clock } from '../platform/clock.ts';
import type { Act, Deed, Done, NiceChange, Result } from './deed.ts';
import { refusal } from './guard.ts';
import { hasEnded, type Identities, type Identity } from './identity.ts';
import { needsFor } from './rights.ts';
import type { Signal } from './signal.ts';
import type { Target } from './target.ts';

/** What can be done to processes. Nothing here asks; whoever calls it has asked. */
export interface Control {
  /** What can be sent here, in the order in which it is offered. */
  readonly signals: readonly Signal[];
  readonly ownPid: number;
  /** Sends a signal, if the target is still the process that was chosen. Never throws. */
  send(target: Target, signal: Signal): Promise<Deed>;
  /**
   * Changes the nice value, if the target is still the process that was chosen; as renice(1), on Linux of its first thread and of
   * threads it starts from then on. Never throws.
   */
  renice(target: Target, change: NiceChange): Promise<Deed>;
}

/** Acting is switched off, and why. */
export interface ControlOff {
  readonly off: string;
}

/** What it takes to act. */
export interface Means {
  readonly identities: Identities;
  /** kill(2); throws with the system's code. */
  kill(pid: number, signal: number): void;
  /** getpriority(2) and setpriority(2); throw with the system's code. */
  getPriority(pid: number): number;
  setPriority(pid: number, nice: number): void;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly ownPid: number;
  readonly platform: NodeJS.Platform;
  readonly signals: readonly Signal[];
}

/**
 * Acts by pid, which is all that Node can do: between reading who has the pid and acting, the process could still end and the pid
 * be used again. That takes the kernel a round through all other pids, in microseconds; docs/decisions/7-signals-by-pid.md.
 */
export function createControl({ identities, kill, getPriority, setPriority, clock, ownPid, platform, signals }: Means): Control {
  const cont = signals.find(({ name }) => name === 'CONT');
  return {
    signals,
    ownPid,
    send: (target, signal) =>
      attempt(target, { type: 'signal', signal }, ({ state }) => {
        kill(target.pid, signal.number);
        if (state !== 'T') return { outcome: 'done' };
        // It stays stopped with the signal waiting, unless it is let go on. KILL needs no leave.
        if (signal.aim === 'end' && signal.name !== 'KILL' && cont) kill(target.pid, cont.number);
        return { outcome: 'done', stopped: true };
      }),
    renice: (target, change) =>
      attempt(target, { type: 'renice', change }, () => {
        setPriority(target.pid, clampNice('to' in change ? change.to : getPriority(target.pid) + change.by));
        return { outcome: 'done', nice: getPriority(target.pid) };
      }),
  };

  async function attempt(target: Target, act: Act, carryOut: (now: Identity) => Done): Promise<Deed> {
    const result = await tryOut();
    return { target, act, at: clock.monotonic(), ...result };

    async function tryOut(): Promise<Result> {
      const never = refusal(target, act.type);
      if (never !== undefined) return { outcome: 'failed', error: never };
      try {
        const told = identities.of(target.pid);
        // Awaited only where it must be: on Linux not even a microtask comes between reading and acting.
        const now = told instanceof Promise ? await told : told;
        if (now === undefined) return { outcome: 'gone' };
        // Written so that a start that isn't known is nobody's.
        if (!(Math.abs(now.start - target.start) <= identities.tolerance)) return { outcome: 'another', name: now.name };
        if (hasEnded(now)) return { outcome: 'gone', parent: now.parent };
        return carryOut(now);
      } catch (error) {
        return resultOf(error, act);
      }
    }
  }

  function resultOf(error: unknown, act: Act): Result {
    const code = systemCode(error);
    if (code === 'ESRCH') return { outcome: 'gone' };
    if (code === 'EPERM' || code === 'EACCES') return { outcome: 'forbidden', needs: needsFor(act, platform) };
    return { outcome: 'failed', error: describeError(error) };
  }
}

function clampNice(nice: number): number {
  return Math.min(19, Math.max(-20, nice));
}

/** What Node's os module throws has the system's code inside. */
function systemCode(error: unknown): string | undefined {
  const code = errorCode(error);
  return code === 'ERR_SYSTEM_ERROR' && error instanceof Error && 'info' in error ? errorCode(error.info) : code;
}
