import { describeError } from '../../errors.ts';
import { createInquiry } from '../../platform/inquiry.ts';
import { systeminformation } from '../../platform/systeminformation.ts';
import { formatDuration } from '../../units/format.ts';
import type { Reader } from '../metric.ts';
import { type Outcome, ok, unavailable } from '../outcome.ts';
import type { FilesystemReading } from './filesystem.ts';
import { isImageOrLayer } from './types.ts';

/** systeminformation asks df or PowerShell, which are slow, and wait for dead servers: they are asked aside. */
const PATIENCE = { limit: 2 };

export const readPortableFilesystem: Reader<readonly FilesystemReading[]> = {
  pace: 10,
  open({ clock }) {
    const inquire = createInquiry(clock, PATIENCE, async () => (await systeminformation()).fsSize());
    return async (): Promise<Outcome<readonly FilesystemReading[]>> => {
      const answer = await inquire();
      switch (answer.state) {
        case 'answered':
          return answer.value.length > 0 ? ok(answer.value.flatMap(readingOf)) : unavailable('this system shows no filesystem');
        case 'refused':
          return unavailable(describeError(answer.error));
        case 'silent':
          return unavailable(`no answer for ${formatDuration(answer.for)}`, 'unmount what does not answer');
      }
    };
  },
};

interface FsSize {
  readonly fs: string;
  readonly type: string;
  readonly mount: string;
  readonly size: number;
  readonly used: number;
  readonly available: number;
  readonly rw: boolean | null;
}

function readingOf({ fs, type, mount, size, used, available, rw }: FsSize): FilesystemReading[] {
  if (!(size > 0)) return [];
  const hidden = mount !== '/' && (isImageOrLayer(type) || MACOS_PARTS.test(mount));
  return [{ device: fs, mount, type, hidden, readOnly: rw === false, room: { total: size, free: size - used, available } }];
}

/** What macOS divides its own disk into; of these only Data holds what people put there. */
const MACOS_PARTS = /^\/System\/Volumes\/(?!Data$)/;
