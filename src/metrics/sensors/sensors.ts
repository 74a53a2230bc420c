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
  /** The core whose temperature it is. */
  readonly core?: number;
}

export const sensors = metric({
  title: 'Sensors',
  document: ['sensors'],
  shape: shape.group({
    cpuTemperature: shape.optional(
      shape.celsius('Temperature of the processor', { from: hwmon, formula: 'the package, else the hottest core' }),
    ),
    temperatures: shape.list('name', 'One temperature sensor', {
      name: shape.text('Chip and label', { from: hwmon }),
      temperature: shape.celsius('Temperature', { from: hwmon, formula: 'tempN_input / 1000' }),
      high: shape.optional(shape.celsius('Where the maker begins to worry', { from: hwmon, formula: 'tempN_max / 1000' })),
      critical: shape.optional(
        shape.celsius('Where the hardware protects itself', { from: hwmon, formula: 'tempN_crit / 1000' }),
      ),
      core: shape.optional(shape.count('The core it belongs to', { from: hwmon })),
    }),
    fans: shape.list('name', 'One fan', {
      name: shape.text('Chip and label', { from: hwmon }),
      speed: shape.rpm('Speed', { from: hwmon, formula: 'fanN_input' }),
    }),
  }),
  derive({ temperatures, fans }: SensorsReading) {
    const whole = temperatures.find((sensor) => sensor.cpu);
    const cores = temperatures.filter((sensor) => sensor.core !== undefined).map((sensor) => sensor.temperature);
    const cpuTemperature = whole?.temperature ?? (cores.length > 0 ? Math.max(...cores) : undefined);
    return {
      ...(cpuTemperature !== undefined && { cpuTemperature }),
      temperatures: temperatures.map(({ cpu: _, ...sensor }) => sensor),
      fans,
    };
  },
});
