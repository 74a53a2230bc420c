import {
  formatBitRate,
  formatByteRate,
  formatBytes,
  formatCount,
  formatDuration,
  formatHertz,
  formatLoad,
  formatPercent,
  formatPower,
  formatTemperature,
} from '../units/format.ts';
import type { Unit } from './shape.ts';

/** The units that people choose, as the settings have them. */
export interface PeopleUnits {
  readonly networkUnit?: 'bytes' | 'bits';
  readonly temperatureUnit?: 'celsius' | 'fahrenheit';
}

/** A number of a metric for people, by its unit. */
export function formatQuantity(value: number, unit: Unit, units: PeopleUnits & { readonly ofNetwork?: boolean } = {}): string {
  switch (unit) {
    case 'ratio':
      return formatPercent(value);
    case 'bytes':
      return formatBytes(value);
    case 'bytes/s':
      return formatByteRate(value, units.ofNetwork ? units.networkUnit : 'bytes');
    case 'bits/s':
      return formatBitRate(value);
    case '/s':
      return `${formatCount(value)}/s`;
    case 'seconds':
      return formatDuration(value);
    case 'hertz':
      return formatHertz(value);
    case 'celsius':
      return formatTemperature(value, units.temperatureUnit);
    case 'rpm':
      return `${formatCount(value)} rpm`;
    case 'watts':
      return formatPower(value);
    case 'watt-hours':
      return `${formatCount(value)} Wh`;
    case 'load':
      return formatLoad(value);
    case 'count':
    case 'text':
    case 'texts':
    case 'flag':
    case 'time':
      return formatCount(value);
  }
}
