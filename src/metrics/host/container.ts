import { type Door, isThere } from '../../platform/door.ts';

/** The container engine that this system runs in, by name: "docker", "kubernetes", "systemd-nspawn"; undefined outside of containers. */
export function readContainer(door: Door): string | undefined {
  const group = door.read('/proc/1/cgroup') ?? '';
  // Before its engine: what runs a pod's containers matters to nobody in them.
  if (group.includes('kubepods') || isThere(door, '/run/secrets/kubernetes.io')) return 'kubernetes';
  // Where systemd runs, or an engine that speaks its container interface, it is said outright.
  const told = door.read('/run/systemd/container')?.trim();
  if (told) return told;
  if (isThere(door, '/run/.containerenv')) return 'podman';
  if (isThere(door, '/.dockerenv')) return 'docker';
  return (
    engineOfGroup(group) ??
    engineOfMounts(door.read('/proc/self/mountinfo') ?? '') ??
    engineOfKernel(door.read('/proc/sys/kernel/osrelease') ?? '')
  );
}

/** Parts of a control group's path that only one engine makes. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/libpod/, 'podman'],
  [/\/docker[/-]/, 'docker'],
  [/\/lxc[/.]/, 'lxc'],
  [/\/machine\.slice\/(systemd-nspawn|machine-)/, 'systemd-nspawn'],
  [/containerd/, 'containerd'],
];

/** By the control group of the first process, cgroups(7): "0::/system.slice/docker-4f1c….scope". */
function engineOfGroup(group: string): string | undefined {
  return GROUPS.find(([pattern]) => pattern.test(group))?.[1];
}

/** LXC puts files of its own over some in /proc, so that they show the container's limits. */
function engineOfMounts(mountinfo: string): string | undefined {
  return /^\S+ \S+ \S+ \S+ \/proc\/.* - fuse\.lxcfs /m.test(mountinfo) ? 'lxc' : undefined;
}

/** Windows' Subsystem for Linux, by the name of its kernel: "4.4.0-19041-Microsoft", "5.15.90.1-microsoft-standard-WSL2". */
function engineOfKernel(release: string): string | undefined {
  return /microsoft/i.test(release) ? 'wsl' : undefined;
}
