import os from 'node:os';
import { systemClock } from './clock.ts';
import { createDoor, type Door } from './door.ts';

/** The running system, or one whose `/` is mounted at `root` (a host inside a container). */
export function runningSystem(root = '') {
  const door = createDoor(root);
  return {
    door,
    clock: systemClock,
    local: root === '',
    cpuTime: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
    sinceBoot: (through: Pick<Door, 'read'> = door) => {
      const uptime = Number.parseFloat(through.read('/proc/uptime') ?? '');
      return Number.isNaN(uptime) ? os.uptime() : uptime;
    },
  };
}
