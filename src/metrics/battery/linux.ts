import type { Door } from '../../platform/door.ts';
import { reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { BatteryReading } from './battery.ts';

const SUPPLY = '/sys/class/power_supply';

/** The machine's own batteries from /sys/class/power_supply; those of a mouse or a headset, and empty slots, are left out. */
export const readBattery = reader<readonly BatteryReading[]>(
  ({ door }) => {
    const batteries = (door.list(SUPPLY) ?? []).flatMap(
      (name) => parseBattery(name, (file) => readProperty(door, name, file)) ?? [],
    );
    return batteries.length > 0 ? ok(batteries) : unavailable('no battery');
  },
  { pace: 5 },
);

/** A driver may refuse a property at any time, most often while the machine wakes: that property is unknown. */
function readProperty(door: Door, name: string, file: string): string | undefined {
  try {
    return door.read(`${SUPPLY}/${name}/${file}`)?.trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * One supply's properties, asked by file name; undefined where it isn't a battery of the machine. The kernel counts in
 * µW, µWh, µA, µAh and µV; a battery that counts charge instead of energy is taken at its present voltage.
 */
function parseBattery(name: string, property: (file: string) => string | undefined): BatteryReading | undefined {
  if (property('type') !== 'Battery' || property('scope') === 'Device' || property('present') === '0') return undefined;
  const quantity = (file: string) => parseQuantity(property(file));
  const voltage = quantity('voltage_now') ?? quantity('voltage_min_design');
  const energyOf = (state: 'now' | 'full' | 'full_design') =>
    quantity(`energy_${state}`) ?? multiply(quantity(`charge_${state}`), voltage);
  const energy = energyOf('now');
  const energyFull = energyOf('full');
  return present({
    name,
    charge:
      parseCapacity(property('capacity')) ?? (energy !== undefined && energyFull ? Math.min(1, energy / energyFull) : undefined),
    state: property('status')?.toLowerCase(),
    power: quantity('power_now') ?? multiply(quantity('current_now'), voltage),
    energy,
    energyFull,
    energyDesign: energyOf('full_design'),
  });
}

/** Millionths, without the sign that some drivers give what flows out. */
function parseQuantity(text: string | undefined): number | undefined {
  const micro = Number(text);
  return text === undefined || Number.isNaN(micro) ? undefined : Math.abs(micro) / 1e6;
}

/** "87" → 0.87; a worn gauge may say more than 100. */
function parseCapacity(text: string | undefined): number | undefined {
  const percent = Number(text);
  return text !== undefined && percent >= 0 ? Math.min(1, percent / 100) : undefined;
}

function multiply(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a * b;
}
