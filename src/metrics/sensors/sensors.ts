import { metric } from '../metric.ts';
import * as shape from '../shape.ts';

const hwmon = '/sys/class/hwmon, the kernel’s hwmon sysfs interface';

export interface SensorsReading {
  readonly temperatures: readonly TemperatureReading[];
  readonly fans: readonly { readonly name: string; readonly speed: number }[];
}

export interface TemperatureReading {
  /** Chip and label: "coretemp Package id 0". */
  readonly name: string;
  readonly temperature: number;
  readonly high?: number;
  readonly critical?: number;
  /** The processor's own, as a whole. */
  readonly cpu?: true;
  /** The physical core whose temperature it is, by its number within the package. */
  readonly core?: number;
}

export const sensors = metric({
  title: 'Sensors',
  document: ['sensors'],
  shape: shape.group({
    cpuTemperature: shape.optional(
      shape.celsius('Temperature of the processor', { from: hwmon, formula: 'the hottest package, else the hottest core' }),
    ),
    temperatures: shape.list('name', 'One temperature sensor', {
      name: shape.text('Chip and label', { from: hwmon }),
      temperature: shape.celsius('Temperature', { from: hwmon, formula: 'tempN_input / 1000' }),
      high: shape.optional(shape.celsius('Where the maker begins to worry', { from: hwmon, formula: 'tempN_max / 1000' })),
      critical: shape.optional(
        shape.celsius('Where the hardware protects itself', { from: hwmon, formula: 'tempN_crit / 1000' }),
      ),
      core: shape.optional(
        shape.count('The physical core it belongs to: core_id of topology, counted anew in each package', { from: hwmon }),
      ),
    }),
    fans: shape.list('name', 'One fan', {
      name: shape.text('Chip and label', { from: hwmon }),
      speed: shape.rpm('Speed', { from: hwmon, formula: 'fanN_input' }),
    }),
  }),
  derive({ temperatures, fans }: SensorsReading) {
    const packages = temperatures.filter((sensor) => sensor.cpu);
    const cores = temperatures.filter((sensor) => sensor.core !== undefined);
    const cpuTemperature = hottest(packages) ?? hottest(cores);
    return {
      ...(cpuTemperature !== undefined && { cpuTemperature }),
      temperatures: temperatures.map(({ cpu: _, ...sensor }) => sensor),
      fans,
    };
  },
});

function hottest(sensors: readonly TemperatureReading[]): number | undefined {
  return sensors.length > 0 ? Math.max(...sensors.map((sensor) => sensor.temperature)) : undefined;
}
