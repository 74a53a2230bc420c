import process from 'node:process';
import { reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import type { SelfReading } from './self.ts';

/** What this very process costs. `rss()` alone: the other figures of memoryUsage() walk the heap. */
export const readSelf = reader<SelfReading>(({ local }) => {
  if (!local) return unavailable('a recorded or foreign system is shown');
  const { user, system } = process.cpuUsage();
  return ok({ pid: process.pid, cpuSeconds: (user + system) / 1e6, resident: process.memoryUsage.rss() });
});
