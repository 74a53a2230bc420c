import { metric } from '../metric.ts';
import { present } from '../present.ts';
import { share } from '../rate.ts';
import * as shape from '../shape.ts';

export interface FilesystemReading {
  readonly device: string;
  readonly mount: string;
  readonly type: string;
  /** Not a disk of its own: memory, an image or a layer over others. */
  readonly hidden: boolean;
  readonly readOnly: boolean;
  /** Absent while the filesystem does not answer; `silent` says why. */
  readonly room?: {
    readonly total: number;
    readonly free: number;
    readonly available: number;
    readonly inodes?: number;
    readonly inodesFree?: number;
  };
  readonly silent?: string;
}

const mountinfo = '/proc/self/mountinfo, proc_pid_mountinfo(5)';
const statfs = 'statfs(2)';

export const filesystem = metric({
  title: 'Filesystems',
  document: ['disk', 'disks'],
  shape: shape.list('mount', 'One mounted filesystem; bind mounts and subvolumes of the same one are not repeated', {
    device: shape.text('What is mounted', { from: mountinfo, key: 'name' }),
    mount: shape.text('Where it is mounted', { from: mountinfo, key: 'mount_point' }),
    type: shape.text('Type of filesystem', { from: mountinfo, key: 'file_system' }),
    readOnly: shape.flag('Mounted read-only', { from: mountinfo }),
    hidden: shape.flag('Hidden unless included by name: lives in memory, in an image, or over other filesystems', {
      from: mountinfo,
    }),
    total: shape.optional(shape.bytes('Size', { from: statfs, formula: 'f_blocks × f_frsize', key: 'total_space_bytes' })),
    used: shape.optional(
      shape.bytes('In use', { from: statfs, formula: '(f_blocks − f_bfree) × f_frsize', key: 'used_space_bytes' }),
    ),
    available: shape.optional(
      shape.bytes('Free for users without privileges', {
        from: statfs,
        formula: 'f_bavail × f_frsize',
        key: 'available_space_bytes',
      }),
    ),
    usage: shape.optional(
      shape.ratio('Share in use of what users can use, as df says (df rounds up)', {
        from: statfs,
        formula: 'used / (used + available)',
      }),
    ),
    inodes: shape.optional(
      shape.count('Inodes in all; absent where the filesystem makes them as needed', { from: statfs, formula: 'f_files' }),
    ),
    inodesUsed: shape.optional(shape.count('Inodes in use', { from: statfs, formula: 'f_files − f_ffree' })),
    inodesUsage: shape.optional(shape.ratio('Share of inodes in use', { from: statfs, formula: 'used / all' })),
    silent: shape.optional(shape.text('Why it gave no numbers: it does not answer, or may not be asked', { from: statfs })),
  }),
  derive: (now: readonly FilesystemReading[]) =>
    now.map(({ room, ...rest }) => {
      if (room === undefined) return rest;
      const { total, free, available, inodes, inodesFree } = room;
      const used = total - free;
      const inodesUsed = inodes === undefined || inodesFree === undefined ? undefined : inodes - inodesFree;
      return present({
        ...rest,
        total,
        used,
        available,
        usage: share(used, used + available),
        inodes,
        inodesUsed,
        inodesUsage: share(inodesUsed, inodes),
      });
    }),
});
