import type { MountEntry } from '../../platform/mountinfo.ts';
import { compareTexts } from '../../units/order.ts';
import { isImageOrLayer, isPseudo, isRemote } from './types.ts';

/** A filesystem, at the one place it is shown at. */
export interface MountedFilesystem {
  /** "major:minor" of its device. */
  readonly majorMinor: string;
  readonly device: string;
  readonly mount: string;
  readonly type: string;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  /** A server or another program answers for it, or for a folder on the way to it. */
  readonly remote: boolean;
}

/** The real filesystems among the mounts, each once, in the order of their mount points. */
export function selectFilesystems(entries: readonly MountEntry[]): MountedFilesystem[] {
  const best = new Map<string, MountEntry>();
  const visible = visibleMounts(entries).filter((entry) => entry.mountPoint === '/' || !isPseudo(entry.type));
  for (const entry of visible) {
    const key = keyOf(entry);
    const other = best.get(key);
    if (other === undefined || isBetter(entry, other)) best.set(key, entry);
  }
  const remoteFolders = visible.filter((entry) => isRemote(entry.type)).map((entry) => `${entry.mountPoint}/`);
  return [...best.values()]
    .sort((a, b) => compareTexts(a.mountPoint, b.mountPoint))
    .map((entry) => ({
      majorMinor: entry.majorMinor,
      device: entry.source,
      mount: entry.mountPoint,
      type: entry.type,
      hidden: entry.mountPoint !== '/' && (isImageOrLayer(entry.type) || isEngineFile(entry)),
      readOnly: [...entry.options, ...entry.superOptions].includes('ro'),
      remote: remoteFolders.some((folder) => `${entry.mountPoint}/`.startsWith(folder)),
    }));
}

/** A filesystem's identity: all bind mounts of one, and all subvolumes of one btrfs, have the same. */
function keyOf(entry: MountEntry): string {
  return entry.type === 'btrfs' && entry.source.startsWith('/') ? `btrfs ${entry.source}` : entry.majorMinor;
}

/** Which of two mounts of one filesystem people know it by. */
function isBetter(entry: MountEntry, other: MountEntry): boolean {
  for (const merit of [isRoot, isNoEngineFile, isWhole]) {
    if (merit(entry) !== merit(other)) return merit(entry);
  }
  return entry.mountPoint.length < other.mountPoint.length;
}

const isRoot = (entry: MountEntry) => entry.mountPoint === '/';
const isNoEngineFile = (entry: MountEntry) => !isEngineFile(entry);
const isWhole = (entry: MountEntry) => entry.root === '/';

/** Single files that container engines lay over those of an image. */
function isEngineFile(entry: MountEntry): boolean {
  return ['/etc/hostname', '/etc/hosts', '/etc/resolv.conf', '/dev/termination-log'].includes(entry.mountPoint);
}

/** The mounts whose own root is what their mount point shows: nothing was mounted over them, or over a folder on the way. */
function visibleMounts(entries: readonly MountEntry[]): MountEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const places = new Set(entries.map((entry) => placeOf(entry.parent, entry.mountPoint)));
  return entries.filter((entry) => !isCovered(entry) && isReachable(entry));

  function isCovered(entry: MountEntry): boolean {
    return places.has(placeOf(entry.id, entry.mountPoint));
  }

  /** Whether its mount point can be walked to. */
  function isReachable(entry: MountEntry): boolean {
    const parent = byId.get(entry.parent);
    if (parent === undefined || parent === entry) return true;
    if (parent.mountPoint === entry.mountPoint) return isReachable(parent);
    const onTheWay = foldersBetween(parent.mountPoint, entry.mountPoint);
    return !isCovered(parent) && !onTheWay.some((folder) => places.has(placeOf(parent.id, folder))) && isReachable(parent);
  }
}

function placeOf(parent: number, mountPoint: string): string {
  return `${parent} ${mountPoint}`;
}

/** The folders under `top` that lead to `path`, itself not among them. */
function foldersBetween(top: string, path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > top.length; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
  return folders;
}
