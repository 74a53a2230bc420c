/** What each limit holds, by the name that the kernel has for it in /proc/PID/limits; getrlimit(2). */
export const limitMeanings: Readonly<Record<string, string>> = {
  'cpu time': 'CPU time that it may use (RLIMIT_CPU); beyond the soft limit it gets SIGXCPU, at the hard one SIGKILL',
  'file size': 'Size of a file that it writes (RLIMIT_FSIZE); beyond, it gets SIGXFSZ',
  'data size': 'Its data, heap and private mappings (RLIMIT_DATA); beyond, allocating fails',
  'stack size': 'Stack of its main thread, and what new threads get by default (RLIMIT_STACK); beyond, it gets SIGSEGV',
  'core file size': 'Size of the file that is left of it when it crashes (RLIMIT_CORE); 0: none',
  'resident set': 'Resident memory (RLIMIT_RSS); Linux does not act on it',
  processes: 'Processes and threads of its user, all of them together (RLIMIT_NPROC); beyond, fork fails; root is exempt',
  'open files': 'One more than the highest descriptor that it may open (RLIMIT_NOFILE); beyond, open fails with EMFILE',
  'locked memory': 'Memory that it may keep from being swapped (RLIMIT_MEMLOCK)',
  'address space': 'Its address space, not its memory (RLIMIT_AS); beyond, allocating fails',
  'file locks': 'Locks on files (RLIMIT_LOCKS); Linux has not acted on it since 2.4',
  'pending signals': 'Signals that are queued for its user, all processes together (RLIMIT_SIGPENDING)',
  'msgqueue size': 'Bytes in the POSIX message queues of its user (RLIMIT_MSGQUEUE)',
  'nice priority': 'How far it may lower its nice value: to 20 minus this (RLIMIT_NICE)',
  'realtime priority': 'The highest real-time priority that it may take (RLIMIT_RTPRIO)',
  'realtime timeout': 'Microseconds that it may run in real time without waiting (RLIMIT_RTTIME); beyond, it gets SIGXCPU',
};
