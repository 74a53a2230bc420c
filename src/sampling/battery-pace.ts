import { known } from '../metrics/outcome.ts';
import type { Seconds } from '../units/quantity.ts';
import type { Sample } from './sample.ts';

/** Time between samples while a battery gives the power, where nobody chose another. */
export const BATTERY_INTERVAL: Seconds = 2;

/** Whether a battery is being emptied. */
export function isOnBattery({ battery }: Sample): boolean {
  return known(battery)?.some(({ state }) => state === 'discharging') ?? false;
}
