import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc/PID/stat: USER_HZ, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/**
 * What a process and all its descendants have used up to now:
 * - cpu: seconds of user and system time, with that of threads and children that have ended. Where the kernel counts the
 *   nanoseconds of each thread, they are taken; ticks of 0.01 s are too coarse for what costs half a percent.
 * - rss: resident bytes, summed (VmRSS), so that a page which two of them share counts twice.
 * - pss: bytes, each page divided by the number of processes that share it (Pss); absent where the kernel doesn't tell.
 * - peak: the most that has been resident (VmHWM), summed.
 * Undefined when the process is gone.
 */
export function readTree(root) {
  const members = findTree(root, readProcesses());
  if (members.length === 0) return undefined;
  const memory = members.map(({ pid }) => {
    const status = readProcFile(pid, 'status');
    return {
      rss: parseMemory(status, 'VmRSS'),
      peak: parseMemory(status, 'VmHWM'),
      pss: parseMemory(readProcFile(pid, 'smaps_rollup'), 'Pss'),
    };
  });
  return {
    cpu: members.reduce((sum, { pid, own, children }) => sum + Math.max(own, readThreads(pid)) + children, 0),
    rss: total(memory.map(({ rss }) => rss)),
    pss: total(memory.map(({ pss }) => pss)),
    peak: total(memory.map(({ peak }) => peak)),
  };
}

/** How many processes the machine runs, threads of the kernel included. */
export function countProcesses() {
  return readProcesses().length;
}

/**
 * One /proc/PID/stat, whose name may hold blanks and parentheses. Seconds of CPU that it has used itself, and that its children
 * have that were waited for; a zombie's count as its own until then.
 */
export function parseStat(text) {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [user, system, childUser, childSystem] = fields.slice(11, 15).map((ticks) => Number(ticks) / TICKS_PER_SECOND);
  return { pid: Number.parseInt(text, 10), parent: Number(fields[1]), own: user + system, children: childUser + childSystem };
}

/** Seconds of CPU of a process's living threads: the first number of each one's schedstat, in ns. 0 where there is none. */
export function readThreads(pid) {
  let threads = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {}
  return (
    threads.reduce((sum, thread) => sum + (Number.parseInt(readProcFile(pid, `task/${thread}/schedstat`), 10) || 0), 0) / 1e9
  );
}

/** Bytes behind a name in /proc/PID/status or smaps_rollup; undefined where it has no such line. */
export function parseMemory(text, name) {
  const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

/** The process `root` and all that descend from it. */
export function findTree(root, processes) {
  const members = processes.filter(({ pid }) => pid === root);
  for (const { pid } of members) members.push(...processes.filter(({ parent }) => parent === pid));
  return members;
}

/** A file of a process; empty when it has ended since it was listed, or belongs to somebody else. */
export function readProcFile(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

function readProcesses() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => readProcFile(pid, 'stat'))
    .filter((text) => text !== '')
    .map(parseStat);
}

function total(values) {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
}
