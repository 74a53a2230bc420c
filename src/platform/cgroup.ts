import type { Door } from './door.ts';
import { type MountEntry, parseMountinfo } from './mountinfo.ts';

/** The smallest memory limit that holds for this process, and what the group that sets it uses; bytes. */
export interface MemoryLimit {
  readonly total: number;
  /** File cache that can be dropped at once is not counted. */
  readonly used: number;
}

/** Finds the memory limit's files now; what it returns reads them. Undefined where no limit is set or none can be read. */
export function openMemoryLimit(door: Door): () => MemoryLimit | undefined {
  const group = readGroup(door, 'memory');
  if (group === undefined) return () => undefined;
  const { limit, usage, droppable } = MEMORY_FILES[group.version];
  return () => {
    let tightest: { folder: string; total: number } | undefined;
    for (const folder of group.folders) {
      const total = parseBytes(read(door, `${folder}/${limit}`));
      // Of two equal limits the outer one is nearer to being reached.
      if (total !== undefined && total <= (tightest?.total ?? Infinity)) tightest = { folder, total };
    }
    if (tightest === undefined) return undefined;
    const { folder, total } = tightest;
    const current = parseBytes(read(door, `${folder}/${usage}`));
    const stat = read(door, `${folder}/memory.stat`) ?? '';
    const dropped = Number(new RegExp(`^${droppable} (\\d+)$`, 'm').exec(stat)?.[1] ?? 0);
    return current === undefined ? undefined : { total, used: Math.max(0, current - dropped) };
  };
}

/** Finds the CPU quota's files now; what it returns reads them: the smallest quota, in cores (0.5: half of one core's time). */
export function openCpuLimit(door: Door): () => number | undefined {
  const group = readGroup(door, 'cpu');
  if (group === undefined) return () => undefined;
  return () => {
    const limits = group.folders.flatMap((folder) => parseQuota(readQuota(door, group.version, folder)) ?? []);
    return limits.length > 0 ? Math.min(...limits) : undefined;
  };
}

/** Where the files of a process's control group are, as its own mounts show them. */
export interface Group {
  readonly version: 1 | 2;
  /** Its own folder first, then the groups around it, as far up as they are mounted. */
  readonly folders: readonly string[];
}

/**
 * The group of a process for a controller: in version 1 if that has the controller, else in the one tree of version 2. cgroups(7).
 * @param memberships `/proc/self/cgroup`: a line `hierarchy:controllers:path` a tree; `0::path` is version 2.
 */
export function findGroup(memberships: string, mounts: readonly MountEntry[], controller: string): Group | undefined {
  const lines = memberships.split('\n').map((line) => /^(\d+):([^:]*):(.*)$/.exec(line) ?? []);
  const first = lines.find(([, , controllers]) => controllers?.split(',').includes(controller));
  const [, , , path] = first ?? lines.find(([, hierarchy]) => hierarchy === '0') ?? [];
  const trees = mounts.filter(({ type, superOptions }) =>
    first ? type === 'cgroup' && superOptions.includes(controller) : type === 'cgroup2',
  );
  const tree = trees.find(({ root }) => path !== undefined && below(path, root) !== undefined) ?? trees[0];
  if (path === undefined || tree === undefined) return undefined;
  // A container may show its own group as the top of the tree while the path is still the host's: then the top is the nearest known.
  const names = (below(path, tree.root) ?? '').split('/').filter(Boolean);
  // Moved out of its namespace, the process has no folder that it can see.
  if (names.includes('..')) return undefined;
  const folders = [...names.keys(), names.length].map((depth) => [tree.mountPoint, ...names.slice(0, depth)].join('/'));
  return { version: first ? 1 : 2, folders: folders.reverse() };
}

const MEMORY_FILES = {
  1: { limit: 'memory.limit_in_bytes', usage: 'memory.usage_in_bytes', droppable: 'total_inactive_file' },
  2: { limit: 'memory.max', usage: 'memory.current', droppable: 'inactive_file' },
} as const;

/** Version 1 writes almost 2⁶³ where no limit is set. */
const NO_LIMIT = 2 ** 60;

function readGroup(door: Door, controller: string): Group | undefined {
  const memberships = read(door, '/proc/self/cgroup');
  const mountinfo = read(door, '/proc/self/mountinfo');
  if (memberships === undefined || mountinfo === undefined) return undefined;
  return findGroup(memberships, parseMountinfo(mountinfo), controller);
}

/** A path's part below a folder; undefined where it isn't in there. */
function below(path: string, folder: string): string | undefined {
  const base = folder === '/' ? '' : folder;
  return path === folder || path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

/** "536870912"; version 2 has "max" for none. */
function parseBytes(text: string | undefined): number | undefined {
  const bytes = Number.parseInt(text ?? '', 10);
  return bytes < NO_LIMIT ? bytes : undefined;
}

/** `cpu.max` is "QUOTA PERIOD" in µs; version 1 keeps the two in files of their own. */
function readQuota(door: Door, version: Group['version'], folder: string): string | undefined {
  if (version === 2) return read(door, `${folder}/cpu.max`);
  return `${read(door, `${folder}/cpu.cfs_quota_us`)} ${read(door, `${folder}/cpu.cfs_period_us`)}`;
}

/** "150000 100000" → 1.5. No limit is "max 100000", in version 1 a quota of −1. */
function parseQuota(text = ''): number | undefined {
  const [quota = 0, period = 0] = text.split(/\s+/).map(Number);
  return quota > 0 && period > 0 ? quota / period : undefined;
}

/** Sandboxes that forbid these files must not cost the machine's own numbers: a limit that may not be read is unknown. */
function read(door: Door, path: string): string | undefined {
  try {
    return door.read(path);
  } catch {
    return undefined;
  }
}
