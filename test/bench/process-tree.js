import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc/PID/stat: USER_HZ, the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/**
 * What a process and all its descendants have used up to now:
 * - cpu: seconds of user and system time, with that of children that have ended and been waited for. Each living process is
 *   cut to 0.01 s.
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
    cpu: members.reduce((sum, member) => sum + member.cpu, 0),
    rss: total(memory.map(({ rss }) => rss)),
    pss: total(memory.map(({ pss }) => pss)),
    peak: total(memory.map(({ peak }) => peak)),
  };
}

/** How many processes the machine runs, threads of the kernel included. */
export function countProcesses() {
  return readProcesses().length;
}

/** One /proc/PID/stat, whose name may hold blanks and parentheses. CPU in seconds; a zombie's counts until it is waited for. */
export function parseStat(text) {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { pid: Number.parseInt(text, 10), parent: Number(fields[1]), cpu: ticks / TICKS_PER_SECOND };
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
