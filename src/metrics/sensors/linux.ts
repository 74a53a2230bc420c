import { reader } from '../metric.ts';
import { unavailable } from '../outcome.ts';
import type { SensorsReading } from './sensors.ts';

export const readSensors = reader<SensorsReading>(() => unavailable('not written yet'));
