import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Sample } from '../../sampling/sample.ts';
import { formatDuration, formatPercent, formatPower, formatTemperature } from '../../units/format.ts';
import { formatLine, formatOutcome } from './line.ts';

/** The processor as a whole, then whatever else is warm, as far as the line goes; single cores are in that whole. */
export function formatTemperatures({ sensors }: Sample, { temperatureUnit }: PeopleUnits): readonly string[] {
  return formatOutcome('Temperature', sensors, ({ cpuTemperature, temperatures }) => {
    const whole = cpuTemperature === undefined ? [] : [`CPU ${formatTemperature(cpuTemperature, temperatureUnit)}`];
    const others = temperatures
      .filter((sensor) => sensor.core === undefined)
      .sort((a, b) => b.temperature - a.temperature)
      .map((sensor) => `${sensor.name} ${formatTemperature(sensor.temperature, temperatureUnit)}`);
    return whole.length + others.length === 0 ? [] : [formatLine('Temperature', '', [...whole, ...others].join('  '))];
  });
}

/** Nothing where there is no battery: most machines have none. */
export function formatBatteries({ battery }: Sample): readonly string[] {
  if (battery.state === 'unavailable') return [];
  return formatOutcome('Battery', battery, (batteries) =>
    batteries.map(({ name, charge, state, power, remaining }) => {
      const parts = [
        ...(state === undefined ? [] : [state]),
        ...(power === undefined ? [] : [formatPower(power)]),
        ...(remaining === undefined ? [] : [`${formatDuration(remaining)} left`]),
        name,
      ];
      return formatLine('Battery', formatPercent(charge), parts.join('  '));
    }),
  );
}
