import { machineFiles, type ProcFacts, processFiles } from './processes.ts';
import { type Tree, writeTree } from './tree.ts';

/** One second apart; uptime of the second instant. */
const UPTIME = 86_401;
const CORES = 64;
/** What no process there accounts for, in seconds of the one between the instants. */
const UNSEEN = 3.2;
const POD = 'c0ffee'.padEnd(64, '0123456789abcdef');

/**
 * Writes a recording of a machine with so many processes at two instants, a second apart: a tenth are threads of the kernel, the
 * others belong to six users' programs in services, sessions and containers, ten levels deep. By pid, from the first on:
 * every 10th works, (pid mod 90) % of a core; every 100th ends; every 100th + 50 is another process of the same pid.
 * As many as end are born behind the last.
 */
export function writeCrowd(count: number): string {
  const pids = Array.from({ length: count }, (_, i) => i + 1);
  const born = pids.filter(ends).map((pid) => count + pid);
  const t0 = pids.map((pid) => memberOf(pid, count));
  const staying = [...pids.filter((pid) => !ends(pid)), ...born];
  const used = staying.reduce((ticks, pid) => ticks + workOf(pid), 0) / 100;
  const t1 = staying.map((pid) => laterOf(pid, count));
  return writeTree({ ...instant('t0', UPTIME - 1, 1000, t0), ...instant('t1', UPTIME, 1000 + used + UNSEEN, t1) });
}

export const ends = (pid: number) => pid % 100 === 0;
export const isReplaced = (pid: number) => pid % 100 === 50;
/** Ticks of the second between the instants. */
export const workOf = (pid: number) => (pid % 10 === 0 ? pid % 90 : 0);

function instant(name: string, uptime: number, busy: number, processes: readonly ProcFacts[]): Tree {
  const files = Object.assign({}, machineFiles(uptime, busy, CORES), ...processes.map(processFiles));
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`/${name}${file}`, text as string]));
}

function memberOf(pid: number, count: number): ProcFacts {
  if (pid % 10 === 2) {
    return {
      pid,
      name: `kworker/${pid % CORES}:1-events`,
      parent: 2,
      flags: 0x4208060,
      state: 'I',
      pages: 0,
      virtual: 0,
      command: [],
    };
  }
  const program = PROGRAMS[pid % PROGRAMS.length] as Program;
  return {
    ...program,
    pid,
    parent: pid <= 10 ? Math.min(1, pid - 1) : Math.floor(pid / 4),
    userTicks: pid * 3,
    systemTicks: pid,
    childTicks: pid * 50,
    startTicks: Math.floor((pid / count) * (UPTIME - 10) * 100),
    threads: 1 + (pid % 7),
    pages: 200 + ((pid * 7919) % 5000),
    command: [`/usr/bin/${program.name}`, `--id=${pid}`],
  };
}

function laterOf(pid: number, count: number): ProcFacts {
  const before = memberOf(pid, count);
  if (pid > count || isReplaced(pid)) {
    return { ...before, parent: 1, startTicks: (UPTIME - 1) * 100 + (pid % 100), userTicks: workOf(pid), systemTicks: 0 };
  }
  return { ...before, userTicks: (before.userTicks ?? 0) + workOf(pid), childTicks: (before.childTicks ?? 0) * 2 };
}

interface Program extends Pick<ProcFacts, 'user' | 'group' | 'state' | 'nice'> {
  readonly name: string;
}

const PROGRAMS: readonly Program[] = [
  { name: 'systemd', group: '0::/init.scope\n' },
  { name: 'nginx', user: 33, group: '0::/system.slice/nginx.service\n' },
  { name: 'postgres', user: 999, group: `0::/system.slice/docker-${POD}.scope\n` },
  { name: 'node', user: 1000, group: '0::/user.slice/user-1000.slice/session-2.scope\n', state: 'R' },
  { name: 'Web Content', user: 1000, group: '0::/user.slice/user-1000.slice/user@1000.service/app.slice/app-firefox-1.scope\n' },
  { name: 'backup (daily)', state: 'D', nice: 19, group: '0::/system.slice/backup.service\n' },
];
