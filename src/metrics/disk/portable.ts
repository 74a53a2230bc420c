import { systeminformation } from '../../platform/systeminformation.ts';
import { reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { DiskReading } from './disk.ts';

/** What systeminformation sums up has no name of its own. */
const ALL = 'all disks';

/** Operations and bytes of all disks together: systeminformation doesn't tell them apart. It takes no question twice in half a second. */
export const readPortableDisk = reader<readonly DiskReading[]>(
  async () => {
    const si = await systeminformation();
    const [operations, bytes] = await Promise.all([si.disksIO(), si.fsStats()]);
    // It gives null where it knows no way to ask, and zeros where the way failed.
    const hasOperations = operations?.tIO > 0;
    const hasBytes = bytes?.tx > 0;
    if (!hasOperations && !hasBytes) return unavailable('this system does not tell what its disks do');
    return ok([
      present({
        name: ALL,
        reads: hasOperations ? operations.rIO : undefined,
        writes: hasOperations ? operations.wIO : undefined,
        readBytes: hasBytes ? bytes.rx : undefined,
        writtenBytes: hasBytes ? bytes.wx : undefined,
      }),
    ]);
  },
  { pace: 1 },
);
