import { reader } from '../metric.ts';
import { unavailable } from '../outcome.ts';
import type { InterfaceReading } from './network.ts';

export const readNetwork = reader<readonly InterfaceReading[]>(() => unavailable('not written yet'));
