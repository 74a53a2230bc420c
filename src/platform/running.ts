import os from 'node:os';
import { systemClock } from './clock.ts';
import { createDoor, type Door } from './door.ts';
import { readUptime } from './uptime.ts';

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
    sinceBoot: (through: Pick<Door, 'read'> = door) => readUptime(through) ?? os.uptime(),
  };
}
