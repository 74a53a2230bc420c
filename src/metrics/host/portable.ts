import os from 'node:os';
import { systeminformation } from '../../platform/systeminformation.ts';
import type { Reader, System } from '../metric.ts';
import { ok } from '../outcome.ts';
import { present } from '../present.ts';
import type { HostReading } from './host.ts';

/** What the machine is, from Node and systeminformation, asked once; how long it has been up, each time. */
export const readPortableHost: Reader<HostReading> = {
  open(system) {
    let facts: Omit<HostReading, 'uptime'> | undefined;
    return async () => {
      facts ??= await readFacts(system);
      return ok({ ...facts, uptime: os.uptime() });
    };
  },
};

async function readFacts({ clock }: System): Promise<Omit<HostReading, 'uptime'>> {
  const si = await systeminformation();
  const [{ distro, release }, { virtual, virtualHost }] = await Promise.all([si.osInfo(), si.system()]);
  return present({
    name: os.hostname(),
    os: `${distro} ${release}`.trim() || os.type(),
    kernel: `${os.type()} ${os.release()}`,
    architecture: os.machine(),
    virtualization: virtual ? virtualHost || 'unknown hypervisor' : undefined,
    bootTime: Math.round(clock.now() / 1000 - os.uptime()) * 1000,
  });
}
