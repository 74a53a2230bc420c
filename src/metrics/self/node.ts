import { reader } from '../metric.ts';
import { unavailable } from '../outcome.ts';
import type { SelfReading } from './self.ts';

export const readSelf = reader<SelfReading>(() => unavailable('not written yet'));
