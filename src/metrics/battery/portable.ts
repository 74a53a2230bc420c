import { reader } from '../metric.ts';
import { unavailable } from '../outcome.ts';
import type { BatteryReading } from './battery.ts';

export const readPortableBattery = reader<readonly BatteryReading[]>(() => unavailable('not written yet'));
