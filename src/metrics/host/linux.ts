import { reader } from '../metric.ts';
import { unavailable } from '../outcome.ts';
import type { HostReading } from './host.ts';

export const readHost = reader<HostReading>(() => unavailable('not written yet'));
