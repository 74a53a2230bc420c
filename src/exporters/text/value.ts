import type { Unit } from '../../metrics/shape.ts';
import {
  formatBitRate,
  formatByteRate,
  formatBytes,
  formatCount,
  formatDateTime,
  formatDuration,
  formatEnergy,
  formatFanSpeed,
  formatHertz,
  formatLoad,
  formatPercent,
  formatPower,
  formatTemperature,
  UNKNOWN,
} from '../../units/format.ts';

/** In which units people want to read what has several. */
export interface DisplayUnits {
  readonly networkUnit: 'bytes' | 'bits';
  readonly temperatureUnit: 'celsius' | 'fahrenheit';
}

export const DEFAULT_UNITS: DisplayUnits = { networkUnit: 'bytes', temperatureUnit: 'celsius' };

/** Any value of any metric, as people read its unit. */
export function formatValue(unit: Unit, value: unknown, { temperatureUnit } = DEFAULT_UNITS): string {
  if (value === undefined) return UNKNOWN;
  const number = value as number;
  switch (unit) {
    case 'ratio':
      return formatPercent(number);
    case 'bytes':
      return formatBytes(number);
    case 'bytes/s':
      return formatByteRate(number);
    case 'bits/s':
      return formatBitRate(number);
    case 'count':
      return formatCount(number);
    case '/s':
      return `${formatCount(number)}/s`;
    case 'seconds':
      return formatDuration(number);
    case 'hertz':
      return formatHertz(number);
    case 'celsius':
      return formatTemperature(number, temperatureUnit);
    case 'rpm':
      return formatFanSpeed(number);
    case 'watts':
      return formatPower(number);
    case 'watt-hours':
      return formatEnergy(number);
    case 'load':
      return formatLoad(number);
    case 'time':
      return formatDateTime(number);
    case 'text':
      return String(value);
    case 'texts':
      return (value as readonly string[]).join(', ');
    case 'flag':
      return value === true ? 'yes' : 'no';
  }
}
