import { reader } from '../metric.ts';
import { unavailable } from '../outcome.ts';
import type { PressureReading } from './pressure.ts';

export const readPressure = reader<PressureReading>(() => unavailable('not written yet'));
