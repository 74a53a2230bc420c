import os from 'node:os';
import { systeminformation } from '../../platform/systeminformation.ts';
import { reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import type { MemoryReading } from './memory.ts';

/** Systems that systeminformation asks for swap; elsewhere its zero means nothing. */
const TELL_SWAP = ['linux', 'darwin', 'win32'];

/** Memory and swap from systeminformation, which starts programs for it outside Linux: not every second. */
export const readPortableMemory = reader<MemoryReading>(
  async () => {
    const si = await systeminformation();
    // Its `used` holds the cache, and zero stands for what a system doesn't tell.
    const { total, available, free, swaptotal, swapfree } = await si.mem();
    if (!(total > 0 && available >= 0)) return unavailable('this system does not tell its memory');
    return ok({
      total,
      available,
      // Where the two are one (Windows), what is free is not known apart. What is available without being free is cache.
      ...(free < available && { free, cached: available - free }),
      ...(TELL_SWAP.includes(os.platform()) && { swap: { total: swaptotal, free: swapfree } }),
    });
  },
  { pace: 2 },
);
