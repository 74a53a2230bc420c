/** One mount that a process sees. */
export interface MountEntry {
  readonly id: number;
  readonly parent: number;
  /** The device's "major:minor", the same for every mount of one filesystem. */
  readonly majorMinor: string;
  /** The folder of that filesystem which is mounted; '/' is all of it. */
  readonly root: string;
  readonly mountPoint: string;
  /** Of this mount: ro, nosuid, … */
  readonly options: readonly string[];
  /** Type of filesystem: 'ext4', 'fuse.sshfs'. */
  readonly type: string;
  /** What is mounted: a device, a server's folder, or any word. */
  readonly source: string;
  /** Of the filesystem as a whole. */
  readonly superOptions: readonly string[];
}

/** `/proc/self/mountinfo`, in the kernel's order; a line that isn't whole is left out. proc_pid_mountinfo(5). */
export function parseMountinfo(text: string): MountEntry[] {
  return text.split('\n').flatMap((line) => parseMount(line) ?? []);
}

/** `36 35 98:0 /root /mount rw,noatime master:1 - ext4 /dev/sda rw`: any number of tags stands before the lone hyphen. */
function parseMount(line: string): MountEntry | undefined {
  const words = line.split(' ');
  const hyphen = words.indexOf('-', 6);
  const [id, parent, majorMinor, root, mountPoint, options] = words;
  const [type, source, superOptions] = words.slice(hyphen + 1);
  if (hyphen < 0 || !majorMinor || !root || !mountPoint || !type) return undefined;
  return {
    id: Number(id),
    parent: Number(parent),
    majorMinor,
    root: decode(root),
    mountPoint: decode(mountPoint),
    options: options?.split(',') ?? [],
    type: decode(type),
    source: decode(source ?? ''),
    superOptions: superOptions?.split(',') ?? [],
  };
}

/** The kernel writes space, tab, newline and backslash as octal: `\040`. */
function decode(word: string): string {
  return word.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
