import type { Door } from '../../platform/door.ts';
import { present } from '../present.ts';
import { isProcessor } from './processor.ts';
import { parseLimit, parseTemperature, readSensor } from './reading.ts';
import type { TemperatureReading } from './sensors.ts';

const THERMAL = '/sys/class/thermal';

/** Temperatures by thermal zone, the kernel's view of what it cools; several zones of one type are told apart by number. */
export function readThermalZones(door: Door): TemperatureReading[] {
  const zones = (door.list(THERMAL) ?? [])
    .filter((id) => /^thermal_zone\d+$/.test(id))
    .map((id) => ({ id, type: readSensor(door, `${THERMAL}/${id}/type`)?.trim() || id }));
  const types = zones.map(({ type }) => type);
  return zones.flatMap(({ id, type }) => {
    const temperature = parseTemperature(readSensor(door, `${THERMAL}/${id}/temp`));
    if (temperature === undefined) return [];
    const alone = types.indexOf(type) === types.lastIndexOf(type);
    return present({
      name: alone ? type : `${type} (${id})`,
      temperature,
      critical: readCritical(door, `${THERMAL}/${id}`),
      cpu: isProcessor(type) ? (true as const) : undefined,
    });
  });
}

function readCritical(door: Door, zone: string): number | undefined {
  for (const file of door.list(zone) ?? []) {
    const trip = /^(trip_point_\d+)_type$/.exec(file)?.[1];
    if (trip && readSensor(door, `${zone}/${file}`)?.trim() === 'critical') {
      return parseLimit(readSensor(door, `${zone}/${trip}_temp`));
    }
  }
  return undefined;
}
