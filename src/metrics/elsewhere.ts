import { elsewhereOfDetail } from './process/detail/elsewhere.ts';

/** What other programs print for a value, by the name that rules use, and why that differs where it does. */
export const elsewhere: Readonly<Record<string, string>> = {
  ...elsewhereOfDetail,
  'cpu.usage':
    'top: 100 − id − wa, the same; of systemd and cloud consoles some count waiting for disks as busy. htop counts steal and guests as busy, as sysmon counts steal.',
  'cpu.user':
    "top's us with the guests taken out: the kernel counts a guest's time in user, too, and a sum of both would exceed 100 %.",
  'cpu.system': "top's sy; interrupts are apart, as hi and si.",
  'cpu.iowait': "top's wa, iostat's %iowait. The processor was idle, and a disk was awaited: more work would have run.",
  'cpu.steal': "top's st. In a container it is the machine's.",
  'cpu.load.one':
    "uptime and top: the same numbers. Linux counts what waits for a disk, too, so that a load isn't only of processors.",
  'cpu.cores.usage': 'top (key 1), htop: the same. btop and mpstat differ by the moment at which they look.',
  'cpu.limit': "docker's --cpus, Kubernetes' limits.cpu; top and htop don't know of it.",
  'memory.used':
    'free since 4.0 and top: the same, total − available. Older ones: total − free − buffers − cache. htop, btop differ by what they take for cache.',
  'memory.available': "free's available; top's avail Mem.",
  'memory.free': "free's free. Little of it is no problem: what is unused holds files for later.",
  'memory.cached':
    "free's buff/cache without the buffers, and without shared memory, which can't be dropped; top counts that in.",
  'memory.shared': "free's shared.",
  'memory.usage': 'glances: the same. Tools that count the cache as used show 90 % on any healthy server.',
  'memory.swap.used': "free's and top's swap used; zswap and zram aren't taken apart.",
  'memory.limit.used': "docker stats: the same. free and top in a container show the machine's.",
  'filesystem.usage':
    "df's Use%: the same, but df rounds up to a whole percent. used / size is less, since some blocks are kept for root.",
  'filesystem.used': "df's Used. du differs: it doesn't see deleted files that are still open, nor what a mount hides.",
  'filesystem.available': "df's Avail: what users without privileges can have.",
  'filesystem.total': "df's Size (df -h in powers of 1024, df -H of 1000).",
  'filesystem.inodes_usage': "df -i's IUse%.",
  'disk.devices.read_rate': "iostat's rkB/s × 1024. btop shows bytes per update, not per second.",
  'disk.devices.write_rate': "iostat's wkB/s × 1024.",
  'disk.devices.busy': "iostat's %util.",
  'disk.read_rate': 'The sum of whole disks: tools that add partitions and device mapper count the same bytes twice.',
  'network.receive_rate':
    'The sum of physical interfaces: htop and bottom add bridges and containers, too, and count the same bytes twice.',
  'network.send_rate': 'The sum of physical interfaces, as for what is received.',
  'network.interfaces.receive_rate': "ip -s link and nload: the same counter; bytes with the link's headers.",
  'network.interfaces.send_rate': "ip -s link and nload: the same counter; bytes with the link's headers.",
  'pressure.cpu.some.average10': 'cat /proc/pressure/cpu: avg10, the same number.',
  'pressure.memory.some.average10': 'cat /proc/pressure/memory: avg10, the same number.',
  'pressure.io.some.average10': 'cat /proc/pressure/io: avg10, the same number.',
  'sensors.temperatures.temperature': 'sensors(1): the same chips and labels.',
  'process.all.usage':
    "top and htop: the same, of one core; btop and bottom by default divide by all cores (key 0). ps's %CPU is the mean since the process started.",
  'process.all.priority':
    "top's PR: the same. ps's PRI is 39 less this, and that of ps -l 60 more: the higher, the sooner, or the later.",
  'process.all.age': "ps's ELAPSED.",
  'process.all.nice': "top's and ps's NI.",
  'process.all.threads': "top's nTH, ps's NLWP.",
  'process.all.group': "ps's CGROUP, with the number and names of its hierarchy.",
  'process.all.resident': "top's RES, ps's RSS. Pages shared with others are counted for each of them.",
  'process.all.virtual': "top's VIRT, ps's VSZ: addresses, not memory.",
  'process.all.shared': "top's SHR: files and shared memory among the resident pages.",
  'process.all.memory_usage': "top's and ps's %MEM.",
  'process.all.cpu_time': "top's TIME+, ps's TIME; children that have ended are not counted.",
  'process.all.read_rate': 'iotop and pidstat -d: the same, what the disk had to deliver; the cache serves the rest.',
  'process.all.write_rate': 'iotop and pidstat -d: the same, what is to be written to disks; less what was deleted before.',
  'process.unattributed': "Others don't show it: the time of processes that came and went between two looks.",
  'battery.charge': 'upower: the same, unless the battery tells its charge and energy differently.',
};
