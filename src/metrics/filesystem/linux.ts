import { describeError } from '../../errors.ts';
import type { Door } from '../../platform/door.ts';
import { type Answer, createInquiry } from '../../platform/inquiry.ts';
import { parseMountinfo } from '../../platform/mountinfo.ts';
import type { FilesystemRoom } from '../../platform/room.ts';
import { formatDuration } from '../../units/format.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import type { FilesystemReading } from './filesystem.ts';
import { type MountedFilesystem, selectFilesystems } from './mounts.ts';

type Inquiry = ReturnType<typeof createInquiry<FilesystemRoom>>;

/** Long enough for any disk, short enough for a first picture of a machine whose server is dead. */
const LOCAL = { limit: 0.3 };
/** Asking a remote filesystem costs a process and a round trip. */
const REMOTE = { limit: 0.3, pace: 15 };

/** Mounts from /proc, and of each filesystem the room, asked aside: one that hangs delays nothing. */
export const readFilesystem: Reader<readonly FilesystemReading[]> = {
  pace: 5,
  open({ door, clock, local }) {
    let inquiries = new Map<string, Inquiry>();
    return async () => {
      const mounts = readMounts(door, local);
      if (mounts === undefined) return unavailable('/proc/self/mountinfo is missing', 'mount /proc');
      const asked = selectFilesystems(parseMountinfo(mounts)).map((filesystem) => {
        const identity = identityOf(filesystem);
        return { filesystem, identity, inquiry: inquiries.get(identity) ?? inquire(filesystem) };
      });
      // What is mounted no more is forgotten, and asked anew if it comes back.
      inquiries = new Map(asked.map(({ identity, inquiry }) => [identity, inquiry]));
      const rows = asked.map(async ({ filesystem, inquiry }) => readingOf(filesystem, await inquiry()));
      return ok((await Promise.all(rows)).filter((row) => row !== undefined));
    };

    function inquire({ mount, remote }: MountedFilesystem): Inquiry {
      return createInquiry(clock, remote ? REMOTE : LOCAL, () => door.room(mount, remote));
    }
  },
};

/** A host seen from inside a container shows its own mounts through its first process only. */
function readMounts(door: Door, local: boolean): string | undefined {
  return (local ? undefined : door.read('/proc/1/mountinfo')) ?? door.read('/proc/self/mountinfo');
}

function identityOf({ majorMinor, type, mount }: MountedFilesystem): string {
  return `${majorMinor} ${type} ${mount}`;
}

/** Undefined for what has no room at all: a window into the kernel that we don't know by name; df leaves it out, too. */
function readingOf(filesystem: MountedFilesystem, answer: Answer<FilesystemRoom>): FilesystemReading | undefined {
  const { device, mount, type, hidden, readOnly } = filesystem;
  const facts = { device, mount, type, hidden, readOnly };
  switch (answer.state) {
    case 'answered':
      return answer.value.blocks === 0 && mount !== '/' ? undefined : { ...facts, room: inBytes(answer.value) };
    case 'refused':
      return { ...facts, silent: describeError(answer.error).replace(/, statfs '.*$/, '') };
    case 'silent':
      return { ...facts, silent: `no answer for ${formatDuration(answer.for)}` };
  }
}

function inBytes(room: FilesystemRoom): NonNullable<FilesystemReading['room']> {
  return {
    total: room.blocks * room.blockSize,
    free: room.blocksFree * room.blockSize,
    available: room.blocksAvailable * room.blockSize,
    // Filesystems that make inodes as needed count none.
    ...(room.files > 0 && { inodes: room.files, inodesFree: room.filesFree }),
  };
}
