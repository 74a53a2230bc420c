import * as shape from '../shape.ts';

const io = '/proc/PID/io, proc_pid_io(5)';
const stat = '/proc/PID/stat, proc_pid_stat(5)';

const fields = {
  id: shape.text('Process id and start: a pid that is used again is another process', {
    from: stat,
    formula: 'pid@starttime',
  }),
  pid: shape.count('Process id', { from: '/proc' }),
  parent: shape.count('Process id of the parent', { from: stat, formula: 'ppid', key: 'parent_pid' }),
  name: shape.text('Name of the program; the kernel keeps 15 characters', { from: stat, formula: 'comm' }),
  command: shape.optional(shape.text('Command line', { from: '/proc/PID/cmdline, proc_pid_cmdline(5)' })),
  user: shape.optional(
    shape.text('Effective user', { from: '/proc/PID/status, proc_pid_status(5); /etc/passwd', formula: 'Uid, the second' }),
  ),
  state: shape.text('R running, S sleeping, D waiting for a device, Z zombie, T stopped, t traced, I idle in the kernel', {
    from: stat,
    formula: 'state',
  }),
  usage: shape.optional(
    shape.ratio("Share of one core's time; above 1 for threads on several cores", {
      from: stat,
      formula: 'Δ(utime + stime) / Δt',
    }),
  ),
  cpuTime: shape.optional(
    shape.seconds('CPU time used since it started; children that ended not counted', {
      from: stat,
      formula: 'utime + stime',
      counter: true,
    }),
  ),
  resident: shape.bytes('Resident memory (RSS)', { from: stat, formula: 'rss × page size' }),
  memoryUsage: shape.optional(
    shape.ratio("Share of the machine's memory that is resident", { from: stat, formula: 'resident / MemTotal' }),
  ),
  shared: shape.optional(
    shape.bytes('Resident memory that is mapped from files, or shared', {
      from: '/proc/PID/statm, proc_pid_statm(5)',
      formula: 'shared × page size',
    }),
  ),
  virtual: shape.optional(shape.bytes('Address space', { from: stat, formula: 'vsize' })),
  threads: shape.optional(shape.count('Threads', { from: stat, formula: 'num_threads' })),
  nice: shape.optional(shape.count('Nice value: 19 gives way to all, −20 to none', { from: stat, formula: 'nice' })),
  priority: shape.optional(shape.count("The kernel's priority", { from: stat, formula: 'priority' })),
  readRate: shape.optional(shape.bytesPerSecond('Read from disks', { from: io, formula: 'Δread_bytes / Δt' })),
  writeRate: shape.optional(
    shape.bytesPerSecond('Written to disks; what was dropped before it was written is taken off', {
      from: io,
      formula: 'Δ(write_bytes − cancelled_write_bytes) / Δt',
    }),
  ),
  ioRate: shape.optional(shape.bytesPerSecond('Read from disks and written to them', { from: io, formula: 'read + written' })),
  read: shape.optional(
    shape.bytes(
      'Read from disks since it started; children that ended not counted: of a process that has waited for some, the sum of its threads',
      {
        from: io,
        formula: 'read_bytes',
        counter: true,
      },
    ),
  ),
  written: shape.optional(
    shape.bytes('Written to disks since it started', { from: io, formula: 'write_bytes − cancelled_write_bytes' }),
  ),
  files: shape.optional(
    shape.count('Files that it has open', {
      from: '/proc/PID/fd, proc_pid_fd(5)',
      formula: 'number of entries',
      key: 'open_files',
    }),
  ),
  restricted: shape.optional(shape.flag('Some of it, such as I/O, may not be read for lack of rights', { from: io })),
  age: shape.optional(shape.seconds('Time since it started', { from: `${stat}; /proc/uptime`, formula: 'uptime − starttime' })),
  kernelThread: shape.optional(shape.flag('A thread of the kernel', { from: stat, formula: 'flags & PF_KTHREAD' })),
  group: shape.optional(shape.text('Control group', { from: '/proc/PID/cgroup, cgroups(7)', key: 'control_group' })),
  unit: shape.optional(shape.text('Container or systemd unit that the control group stands for', { from: '/proc/PID/cgroup' })),
};

export const processShape = shape.group({
  count: shape.count('Processes, those of the kernel included', { from: '/proc', formula: 'folders named by a number' }),
  threads: shape.optional(shape.count('Threads of all processes', { from: stat, formula: 'sum of num_threads' })),
  unattributed: shape.optional(
    shape.ratio(
      "Share of the machine's time that no process here accounts for: those that ended since the last sample, and interrupts",
      {
        from: '/proc/stat, proc_stat(5), and the processes',
        formula: '(Δbusy − Σ Δ(utime + stime)) / (Δt × cores)',
      },
    ),
  ),
  hidden: shape.optional(
    shape.text('Why the list is incomplete, and what would help', {
      from: '/proc/self/mountinfo, proc(5); /proc/self/status',
      formula: 'hidepid',
    }),
  ),
  // The document holds those that use most.
  all: shape.list('id', 'One process', fields, { key: 'top' }),
  tasks: shape.inner(
    shape.optional(
      shape.list('id', 'One thread of a process that has several', {
        process: shape.count('Process id of the process that it belongs to; pid is its own', { from: '/proc/PID/task' }),
        ...fields,
      }),
    ),
  ),
});
