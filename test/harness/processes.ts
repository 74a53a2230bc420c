import type { Door, OpenFile } from '../../src/platform/door.ts';
import type { Tree } from './tree.ts';

/** A process as /proc shows it; what isn't given is that of a small idle program. Ticks are of 10 ms, pages of 4 KiB. */
export interface ProcFacts {
  readonly pid: number;
  readonly name?: string;
  readonly state?: string;
  readonly parent?: number;
  readonly flags?: number;
  readonly userTicks?: number;
  readonly systemTicks?: number;
  /** Of children that were waited for. */
  readonly childTicks?: number;
  readonly priority?: number;
  readonly nice?: number;
  readonly threads?: number;
  readonly startTicks?: number;
  readonly virtual?: number;
  readonly pages?: number;
  readonly user?: number;
  readonly command?: readonly string[];
  readonly group?: string;
  /** In pages. */
  readonly shared?: number;
  /** Bytes read, written, and cancelled of these; absent where the kernel doesn't count them. */
  readonly io?: readonly [read: number, written: number, cancelled?: number];
  /** Time on the processor and waiting for it, in ns, and turns; absent where the kernel doesn't count them. */
  readonly schedstat?: string;
  /** How many files it has open. */
  readonly files?: number;
  /** Threads by id, with what is their own. */
  readonly tasks?: Readonly<Record<number, Partial<ProcFacts>>>;
}

/** /proc/PID/stat, proc_pid_stat(5): 52 fields. */
export function statLine(facts: ProcFacts): string {
  const { pid, name = 'sh', state = 'S', parent = 1, flags = 0x400000, userTicks = 0, systemTicks = 0, childTicks = 0 } = facts;
  const { priority = 20, nice = 0, threads = 1, startTicks = 100, virtual = 8_000_000, pages = 500 } = facts;
  const head = [parent, pid, pid, 0, -1, flags, 900, 0, 3, 0, userTicks, systemTicks, childTicks, childTicks];
  const middle = [priority, nice, threads, 0, startTicks, virtual, pages, '18446744073709551615'];
  const tail = [1, 1, 0, 0, 0, 0, 4096, 65536, 0, 0, 0, 17, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  return `${pid} (${name}) ${state} ${[...head, ...middle, ...tail].join(' ')}\n`;
}

/** What stands in a process's folder. */
export function processFiles(facts: ProcFacts): Readonly<Record<string, string>> {
  const { pid, name = 'sh', user = 0, command = [name], group = '0::/\n' } = facts;
  return {
    [`/proc/${pid}/stat`]: statLine(facts),
    [`/proc/${pid}/status`]: `Name:\t${name}\nUid:\t0\t${user}\t0\t0\nGid:\t0\t0\t0\t0\n`,
    [`/proc/${pid}/cmdline`]: command.map((word) => `${word}\0`).join(''),
    [`/proc/${pid}/cgroup`]: group,
    [`/proc/${pid}/statm`]: `2000 ${facts.pages ?? 500} ${facts.shared ?? 100} 5 0 89 0\n`,
    ...(facts.schedstat && { [`/proc/${pid}/schedstat`]: facts.schedstat }),
    ...(facts.io && { [`/proc/${pid}/io`]: ioText(facts.io) }),
    ...Object.fromEntries(Array.from({ length: facts.files ?? 3 }, (_, i) => [`/proc/${pid}/fd/${i}`, ''])),
    ...taskFiles(facts),
  };
}

/** /proc/PID/io, proc_pid_io(5). */
function ioText([read, written, cancelled = 0]: readonly [number, number, number?]): string {
  return `rchar: 1\nwchar: 2\nsyscr: 3\nsyscw: 4\nread_bytes: ${read}\nwrite_bytes: ${written}\ncancelled_write_bytes: ${cancelled}\n`;
}

function taskFiles(facts: ProcFacts): Readonly<Record<string, string>> {
  const tasks = Object.entries(facts.tasks ?? { [facts.pid]: {} });
  return Object.fromEntries(
    tasks.flatMap(([id, own]) => {
      const thread = { ...facts, threads: tasks.length, ...own, pid: Number(id) };
      const folder = `/proc/${facts.pid}/task/${id}`;
      return [[`${folder}/stat`, statLine(thread)], ...(thread.io ? [[`${folder}/io`, ioText(thread.io)]] : [])];
    }),
  );
}

/** The files of a machine at so many seconds after boot, of which its cores were busy for so many in all. */
export function machineFiles(uptime: number, busy: number, cores = 2): Readonly<Record<string, string>> {
  const rows = Array.from({ length: cores }, (_, i) => `cpu${i} 0 0 0 0\n`).join('');
  return {
    '/proc/uptime': `${uptime.toFixed(2)} 0.00\n`,
    '/proc/stat': `cpu  ${Math.round(busy * 100)} 0 0 0 0 0 0 0 0 0\n${rows}btime 1790000000\n`,
    '/proc/meminfo': 'MemTotal: 4000000 kB\n',
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nada:x:1000:1000::/home/ada:/bin/sh\n',
    '/proc/self/limits':
      'Limit  Soft Limit  Hard Limit  Units\nMax open files            1024                 1048576              files\n',
  };
}

/** A system of files that come and go between two readings, which counts what is asked of it. */
export interface CountingDoor extends Door {
  /** Puts one whole tree in the place of another. A text that stays the very same file is one that was kept. */
  show(files: Tree): void;
  /** These may not be read (EACCES), or are gone as soon as they were listed. */
  refuse(...paths: readonly string[]): void;
  readonly counts: { opens: number; reads: number; files: number; lists: number };
  readonly held: { now: number; most: number };
}

export function createCountingDoor(first: Tree): CountingDoor {
  let files = first;
  let refused: readonly string[] = [];
  const counts = { opens: 0, reads: 0, files: 0, lists: 0 };
  const held = { now: 0, most: 0 };
  const textOf = (path: string): string | undefined => {
    if (refused.includes(path)) throw Object.assign(new Error(`EACCES: ${path}`), { code: 'EACCES' });
    const content = files[path];
    return typeof content === 'string' ? content : undefined;
  };
  return {
    counts,
    held,
    show(next) {
      files = next;
    },
    refuse(...paths) {
      refused = paths;
    },
    read(path) {
      counts.files += 1;
      return textOf(path);
    },
    list(path) {
      counts.lists += 1;
      const inside = Object.keys(files).flatMap((file) =>
        file.startsWith(`${path}/`) ? file.slice(path.length + 1).split('/', 1) : [],
      );
      return inside.length > 0 ? [...new Set(inside)].sort() : undefined;
    },
    numbers(path) {
      return this.list(path)
        ?.map(Number)
        .filter((number) => number > 0)
        .sort((a, b) => a - b);
    },
    size: () => undefined,
    owner: () => undefined,
    link: () => undefined,
    open(path) {
      const text = textOf(path);
      if (text === undefined) return undefined;
      counts.opens += 1;
      held.now += 1;
      held.most = Math.max(held.most, held.now);
      return openFile(path, identityOf(path));
    },
    room: () => Promise.reject(new Error('no filesystem is asked here')),
  };

  function openFile(path: string, identity: string): OpenFile {
    let isOpen = true;
    return {
      read(into) {
        counts.reads += 1;
        if (!isOpen) throw new Error(`EBADF: ${path}`);
        const text = textOf(path);
        // A descriptor is of a process, not of a name: of one that has gone it answers ESRCH.
        return text === undefined || identityOf(path) !== identity ? undefined : into.write(text);
      },
      close() {
        if (!isOpen) throw new Error(`closed twice: ${path}`);
        isOpen = false;
        held.now -= 1;
      },
    };
  }

  /** Pid and start of the process, or thread, in whose folder a file lies. */
  function identityOf(path: string): string {
    const text = files[`${path.slice(0, path.lastIndexOf('/'))}/stat`];
    if (typeof text !== 'string') return path;
    return `${Number.parseInt(text, 10)}@${text.slice(text.lastIndexOf(')') + 2).split(' ')[19]}`;
  }
}
