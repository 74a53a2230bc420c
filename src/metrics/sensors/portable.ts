import os from 'node:os';
import { systeminformation } from '../../platform/systeminformation.ts';
import { reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import type { SensorsReading, TemperatureReading } from './sensors.ts';

/** The processor's temperature from systeminformation, which starts programs for it: asked seldom. Its cores come without ids and are left out. */
export const readPortableSensors = reader<SensorsReading>(
  async () => {
    const si = await systeminformation();
    const temperatures = parseCpuTemperature(await si.cpuTemperature());
    if (temperatures.length > 0) return ok({ temperatures, fans: [] });
    return unavailable(
      'this system tells no temperature',
      os.platform() === 'win32' ? 'run sysmon as administrator, where the maker of the board lets Windows see it' : undefined,
    );
  },
  { pace: 10 },
);

/** What systeminformation says of temperatures, null or 0 where it knows none. */
export function parseCpuTemperature(told: { main: number | null; chipset?: number | null }): TemperatureReading[] {
  const { main, chipset } = told;
  return [
    ...(isTold(main) ? [{ name: 'CPU', temperature: main, cpu: true as const }] : []),
    ...(isTold(chipset) ? [{ name: 'Chipset', temperature: chipset }] : []),
  ];
}

function isTold(temperature: number | null | undefined): temperature is number {
  return typeof temperature === 'number' && temperature > 0 && temperature <= 200;
}
