import { reader } from '../metric.ts';
import { unavailable } from '../outcome.ts';
import type { DiskReading } from './disk.ts';

export const readDisk = reader<readonly DiskReading[]>(() => unavailable('not written yet'));
