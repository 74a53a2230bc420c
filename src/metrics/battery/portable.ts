import { systeminformation } from '../../platform/systeminformation.ts';
import { reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { BatteryReading } from './battery.ts';

/** Batteries from systeminformation, which starts a program for them: asked seldom. */
export const readPortableBattery = reader<readonly BatteryReading[]>(
  async () => {
    const si = await systeminformation();
    const batteries = parseBatteries(await si.battery());
    return batteries.length > 0 ? ok(batteries) : unavailable('no battery');
  },
  { pace: 30 },
);

/** What systeminformation tells of a battery: 0 or null where it doesn't know. */
export interface ToldBattery {
  readonly hasBattery: boolean;
  readonly isCharging: boolean;
  readonly acConnected: boolean;
  readonly percent: number | null;
  readonly capacityUnit: string;
  readonly currentCapacity: number | null;
  readonly maxCapacity: number | null;
  readonly designedCapacity: number | null;
  readonly additionalBatteries?: readonly ToldBattery[];
}

/** The first battery and those beside it, numbered as Linux would. */
export function parseBatteries(told: ToldBattery): BatteryReading[] {
  if (!told.hasBattery) return [];
  return [told, ...(told.additionalBatteries ?? [])].map((battery, i) => {
    const inWattHours = battery.capacityUnit === 'mWh';
    const energy = (capacity: number | null) => (inWattHours && capacity ? capacity / 1000 : undefined);
    return present({
      name: `BAT${i}`,
      charge: battery.percent === null ? undefined : Math.min(1, battery.percent / 100),
      state: stateOf(battery),
      energy: energy(battery.currentCapacity),
      energyFull: energy(battery.maxCapacity),
      energyDesign: energy(battery.designedCapacity),
    });
  });
}

function stateOf({ isCharging, acConnected, percent }: ToldBattery): string {
  if (isCharging) return 'charging';
  if (!acConnected) return 'discharging';
  return percent !== null && percent >= 100 ? 'full' : 'not charging';
}
