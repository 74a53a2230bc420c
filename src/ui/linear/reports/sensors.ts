import type { ValueOf } from '../../../metrics/index.ts';
import type { PeopleUnits } from '../../../metrics/quantity.ts';
import { formatCount, formatTemperature } from '../../../units/format.ts';
import { MOST, sayRest } from './storage.ts';

/** The processor as a whole, then whatever else is warm; single cores are in that whole. */
export function saySensors(
  { cpuTemperature, temperatures, fans }: ValueOf<'sensors'>,
  { temperatureUnit }: PeopleUnits,
): readonly string[] {
  const others = temperatures.filter(({ core }) => core === undefined).sort((a, b) => b.temperature - a.temperature);
  return [
    ...(cpuTemperature === undefined ? [] : [`CPU ${formatTemperature(cpuTemperature, temperatureUnit)}.`]),
    ...others.slice(0, MOST).map(({ name, temperature }) => `${name} ${formatTemperature(temperature, temperatureUnit)}.`),
    ...sayRest(others.length, 'sensors'),
    ...fans.slice(0, MOST).map(({ name, speed }) => `Fan ${name} ${formatCount(speed)} turns a minute.`),
  ];
}
