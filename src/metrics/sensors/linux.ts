import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { openHwmon } from './hwmon.ts';
import type { SensorsReading } from './sensors.ts';
import { readThermalZones } from './thermal.ts';

/** Temperatures and fans of the hwmon devices; where those tell no temperature, the thermal zones'. */
export const readSensors: Reader<SensorsReading> = {
  pace: 2,
  open({ door }) {
    const readHwmon = openHwmon(door);
    return () => {
      const { devices, temperatures, fans } = readHwmon();
      const zones = temperatures.length > 0 ? [] : readThermalZones(door);
      if (temperatures.length + zones.length + fans.length > 0) return ok({ temperatures: [...temperatures, ...zones], fans });
      if (devices > 0) return unavailable('no sensor of the hwmon devices answers', 'look at what sensors(1) says');
      return unavailable(
        'no hwmon devices: usual in a virtual machine or container',
        'on real hardware load the drivers: modprobe coretemp (Intel), k10temp (AMD), drivetemp (disks); sensors-detect finds others',
      );
    };
  },
};
