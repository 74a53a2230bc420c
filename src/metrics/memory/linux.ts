import { reader } from '../metric.ts';
import { unavailable } from '../outcome.ts';
import type { MemoryReading } from './memory.ts';

export const readMemory = reader<MemoryReading>(() => unavailable('not written yet'));
