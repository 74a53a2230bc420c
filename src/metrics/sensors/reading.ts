import type { Door } from '../../platform/door.ts';
import type { Celsius } from '../../units/quantity.ts';

/** A sensor's file; undefined where it doesn't answer. Drivers refuse with any code: EIO, ENODATA, EAGAIN, ENETDOWN of a radio that is off. */
export function readSensor(door: Door, file: string): string | undefined {
  try {
    return door.read(file);
  } catch {
    return undefined;
  }
}

/** Thousandths of a degree; undefined for what no sensor inside a running machine can mean: below −50 or above 200 °C. */
export function parseTemperature(text: string | undefined): Celsius | undefined {
  const celsius = parseInteger(text) / 1000;
  return celsius >= -50 && celsius <= 200 ? celsius : undefined;
}

/** A limit, in thousandths of a degree; 0 and below, and what is far too high, mean that none is set. */
export function parseLimit(text: string | undefined): Celsius | undefined {
  const limit = parseTemperature(text);
  return limit !== undefined && limit > 0 ? limit : undefined;
}

/** Revolutions a minute; 0 is a fan that stands still, 65535 one that isn't there. */
export function parseSpeed(text: string | undefined): number | undefined {
  const speed = parseInteger(text);
  return speed >= 0 && speed < 65535 ? speed : undefined;
}

function parseInteger(text: string | undefined): number {
  return text === undefined || text.trim() === '' ? Number.NaN : Number(text);
}
