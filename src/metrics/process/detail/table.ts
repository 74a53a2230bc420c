import * as shape from '../../shape.ts';
import { limitMeanings } from './limit-meanings.ts';

const status = '/proc/PID/status, proc_pid_status(5)';
const stat = '/proc/PID/stat, proc_pid_stat(5)';
const io = '/proc/PID/io, proc_pid_io(5)';
const limits = '/proc/PID/limits, proc_pid_limits(5)';
const rollup = '/proc/PID/smaps_rollup, proc_pid_smaps(5)';
const task = '/proc/PID/task/TID/stat, proc_pid_task(5)';
const files = '/proc/PID/fd, proc_pid_fd(5)';
const net = '/proc/PID/net/{unix,udp,udp6,tcp,tcp6}, proc_pid_net(5)';
const uid = '/proc/PID/status; /etc/passwd';
const gid = '/proc/PID/status; /etc/group';

/** What one process is asked for when a person looks at it: each part by its name for people, with what it holds. */
export const detailParts = {
  executable: {
    title: 'executable',
    shape: shape.text('The file whose program it runs; "(deleted)" where that has been removed or replaced since', {
      from: '/proc/PID/exe, proc_pid_exe(5)',
    }),
  },
  folder: {
    title: 'working directory',
    shape: shape.text('Working directory: where its relative paths begin', { from: '/proc/PID/cwd, proc_pid_cwd(5)' }),
  },
  arguments: {
    title: 'arguments',
    shape: shape.texts('Command line, written as a shell takes it; a program may overwrite its own', {
      from: '/proc/PID/cmdline, proc_pid_cmdline(5)',
    }),
  },
  owners: {
    title: 'owners',
    shape: shape.group({
      user: shape.text('User who started it (the real one)', { from: uid, formula: 'Uid, the first' }),
      effectiveUser: shape.text('User whose rights it has; another one than who started it where its program is set-user-ID', {
        from: uid,
        formula: 'Uid, the second',
      }),
      group: shape.text('Group of who started it (the real one)', { from: gid, formula: 'Gid, the first' }),
      effectiveGroup: shape.text('Group whose rights it has', { from: gid, formula: 'Gid, the second' }),
      furtherGroups: shape.texts('Further groups whose rights it has', { from: gid, formula: 'Groups' }),
    }),
  },
  started: {
    title: 'start',
    shape: shape.time('When it started, by the wall clock', {
      from: `${stat}; /proc/stat`,
      formula: 'btime + starttime',
    }),
  },
  group: { title: 'control group', shape: shape.text('Control group', { from: '/proc/PID/cgroup, cgroups(7)' }) },
  memory: {
    title: 'memory',
    shape: shape.group({
      resident: shape.bytes('Resident memory (RSS)', { from: status, formula: 'VmRSS' }),
      peak: shape.optional(
        shape.bytes('The most that ever was resident since its program was started', { from: status, formula: 'VmHWM' }),
      ),
      anonymous: shape.optional(
        shape.bytes('Resident memory of no file: heap, stacks and what it has changed of private mappings', {
          from: status,
          formula: 'RssAnon',
        }),
      ),
      file: shape.optional(
        shape.bytes('Resident pages of mapped files: its program, libraries and data', { from: status, formula: 'RssFile' }),
      ),
      shared: shape.optional(
        shape.bytes('Resident pages that are meant to be shared: of System V, of tmpfs and of shared anonymous mappings', {
          from: status,
          formula: 'RssShmem',
        }),
      ),
      swap: shape.optional(
        shape.bytes('What of its memory has been moved to swap; shared memory is not counted', {
          from: status,
          formula: 'VmSwap',
        }),
      ),
    }),
  },
  proportional: {
    title: 'fair share of memory',
    shape: shape.group({
      proportional: shape.bytes('Its own memory, and of each page shared with others the share of one (PSS)', {
        from: rollup,
        formula: 'Pss',
      }),
      own: shape.bytes('What only it uses, and would be free if it ended (USS)', {
        from: rollup,
        formula: 'Private_Clean + Private_Dirty',
      }),
    }),
  },
  totals: {
    title: 'I/O',
    shape: shape.group({
      read: shape.bytes('Fetched from storage for it since it started, ended children that it waited for included', {
        from: io,
        formula: 'read_bytes',
      }),
      written: shape.bytes('To be sent to storage since it started, ended children included; dropped before, it still counts', {
        from: io,
        formula: 'write_bytes',
      }),
      asked: shape.bytes('Taken by read(2) and the like, from the cache, pipes and terminals, too', {
        from: io,
        formula: 'rchar',
      }),
      given: shape.bytes('Handed to write(2) and the like, wherever it went', { from: io, formula: 'wchar' }),
    }),
  },
  switches: {
    title: 'context switches',
    shape: shape.group({
      voluntary: shape.count('How often its main thread gave up the processor since it waited for something', {
        from: status,
        formula: 'voluntary_ctxt_switches',
      }),
      involuntary: shape.count('How often its main thread was made to stop: its time was up, or another one came first', {
        from: status,
        formula: 'nonvoluntary_ctxt_switches',
      }),
    }),
  },
  outOfMemory: {
    title: 'OOM score',
    shape: shape.group({
      score: shape.count('How soon the kernel ends it when memory runs out: 0 to 2000, the highest of all first', {
        from: '/proc/PID/oom_score, proc_pid_oom_score(5)',
        formula: 'from Linux 5.9 on ≈ 667 + ⅔ × (1000 × (rss + swap + page tables) / (memory + swap) + adjustment)',
      }),
      adjustment: shape.count('What is added to its score: −1000 never ends it, 1000 always first', {
        from: '/proc/PID/oom_score_adj, proc_pid_oom_score_adj(5)',
      }),
    }),
  },
  scheduling: {
    title: 'scheduling',
    shape: shape.group({
      policy: shape.text(
        'How it gets its turns: other (the usual), batch and idle by nice value; fifo, round robin and deadline before all those',
        { from: `${stat}, sched(7)`, formula: 'policy' },
      ),
      nice: shape.count('Nice value: 19 gives way to all, −20 to none', { from: stat, formula: 'nice' }),
      realtime: shape.optional(
        shape.count('Priority among fifo and round robin: 1 to 99, the highest first', {
          from: `${stat}, sched(7)`,
          formula: 'rt_priority',
        }),
      ),
    }),
  },
  waiting: {
    title: 'where it waits',
    shape: shape.text('The function of the kernel in which its main thread waits', {
      from: '/proc/PID/wchan, proc_pid_wchan(5)',
    }),
  },
  limits: {
    title: 'limits',
    shape: shape.list(
      'name',
      'One limit, getrlimit(2)',
      {
        name: shape.text('What is limited', { from: limits }),
        soft: shape.count('The soft limit: what it is held to now. It may raise that itself, up to the hard one', {
          from: limits,
          formula: 'Soft Limit',
        }),
        hard: shape.count('The hard limit: the most to which it may raise the soft one without CAP_SYS_RESOURCE', {
          from: limits,
          formula: 'Hard Limit',
        }),
        /** "bytes", "files"; absent where the kernel names none. */
        unit: shape.optional(shape.text('What is counted', { from: limits, formula: 'Units' })),
      },
      { items: limitMeanings },
    ),
  },
  threads: {
    title: 'threads',
    shape: shape.group({
      count: shape.count('Threads; the first 200 by id are looked at', {
        from: '/proc/PID/task, proc_pid_task(5)',
        formula: 'number of entries',
      }),
      first: shape.list('id', 'One thread', {
        id: shape.count("Thread id; the main thread's is the process id", { from: '/proc/PID/task' }),
        name: shape.text('Name that the thread has given itself, or its program; the kernel keeps 15 characters', {
          from: task,
          formula: 'comm',
        }),
        state: shape.text('R running, S sleeping, D waiting for a device, Z zombie, T stopped, t traced, I idle in the kernel', {
          from: task,
          formula: 'state',
        }),
        cpuTime: shape.seconds('CPU time used since it started', { from: task, formula: 'utime + stime' }),
        usage: shape.optional(
          shape.ratio("Share of one core's time since it was last asked", { from: task, formula: 'Δ(utime + stime) / Δt' }),
        ),
      }),
    }),
  },
  files: {
    title: 'open files',
    shape: shape.group({
      count: shape.count('Descriptors that it has open; the first 500 are looked at', {
        from: files,
        formula: 'number of entries',
      }),
      first: shape.list('descriptor', 'One open file', {
        descriptor: shape.count('The number by which it names the file: 0 is its input, 1 its output, 2 its errors', {
          from: files,
        }),
        target: shape.optional(
          shape.text('Where it leads: a path, or a pipe, a socket, or an object of the kernel by its number', { from: files }),
        ),
      }),
    }),
  },
  sockets: {
    title: 'sockets',
    shape: shape.group({
      count: shape.count('Sockets among the open files that were looked at', {
        from: files,
        formula: 'entries that lead to a socket',
      }),
      known: shape.list('descriptor', 'One socket', {
        descriptor: shape.count('The number by which it names the socket', { from: files }),
        kind: shape.text('Protocol: tcp or udp, over IPv6 with a 6; unix is within the machine', { from: net }),
        state: shape.text('State of the connection: LISTEN takes new ones; of udp and unix whether it is connected', {
          from: `${net}, tcp(7)`,
          formula: 'st',
        }),
        local: shape.optional(shape.text('Its own address and port; of unix its path, if it has one', { from: net })),
        remote: shape.optional(shape.text('Address and port that it is connected to', { from: net })),
      }),
      others: shape.count('Sockets that none of these tables knows: of netlink, for packets, of another network namespace', {
        from: net,
        formula: 'count − those that are known',
      }),
    }),
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly shape: shape.Shape }>>;

export type DetailPart = keyof typeof detailParts;
/** What a part holds. */
export type PartOf<P extends DetailPart> = shape.ShapeOf<(typeof detailParts)[P]['shape']>;
