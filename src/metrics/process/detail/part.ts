import { errorCode } from '../../../errors.ts';
import { failed, type Outcome, ok, unavailable } from '../../outcome.ts';

/** What the kernel asks of whoever looks at another user's process, as a remedy. ptrace(2), proc_pid_fd(5). */
export const RIGHTS = {
  /** Links and maps of it. */
  trace: 'run sysmon as its user or as root, or with CAP_SYS_PTRACE',
  /** Files that only their owner may open. */
  own: 'run sysmon as its user or as root, or with CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH',
} as const;

/** Something of another user's process. */
const DENIED = 'not permitted';

/**
 * One part of a detail. What may not be read, or isn't there, is no fault of the other parts.
 * @param none why there may be nothing, where there is nothing.
 */
export function part<T>(ask: () => T | undefined, none: string, remedy: string = RIGHTS.trace): Outcome<T> {
  try {
    const value = ask();
    return value === undefined ? unavailable(none) : ok(value);
  } catch (error) {
    const code = errorCode(error);
    return code === 'EACCES' || code === 'EPERM' ? unavailable(DENIED, remedy) : failed(error);
  }
}

/** A part that follows from another one. */
export function partOf<T, U>(outcome: Outcome<T>, derive: (value: T) => Outcome<U>): Outcome<U> {
  return outcome.state === 'ok' ? derive(outcome.value) : outcome;
}
