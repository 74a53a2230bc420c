import { reader } from '../metric.ts';
import { unavailable } from '../outcome.ts';
import type { InterfaceReading } from './network.ts';

export const readPortableNetwork = reader<readonly InterfaceReading[]>(() => unavailable('not written yet'));
