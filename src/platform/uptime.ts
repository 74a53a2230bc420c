import type { Seconds } from '../units/quantity.ts';
import type { Door } from './door.ts';

/** `/proc/uptime`: "350735.47 234388.90", the first is the time since boot, sleep included; undefined where it isn't told. */
export function readUptime(door: Pick<Door, 'read'>): Seconds | undefined {
  const uptime = Number.parseFloat(door.read('/proc/uptime') ?? '');
  return Number.isNaN(uptime) ? undefined : uptime;
}
