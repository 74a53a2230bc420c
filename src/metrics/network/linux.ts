import { type Door, isThere } from '../../platform/door.ts';
import type { Seconds } from '../../units/quantity.ts';
import { rememberLast } from '../../units/remember-last.ts';
import type { Reader, System } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import { readAddresses } from './addresses.ts';
import type { Flow, InterfaceReading } from './network.ts';
import { readDefaultInterfaces } from './routes.ts';

const NET = '/sys/class/net';

/** Facts are read again after this long, and when an interface comes or goes. */
const FACTS_STAND: Seconds = 10;

/** Counters from /proc/net/dev, state and facts from /sys/class/net. */
export const readNetwork: Reader<readonly InterfaceReading[]> = {
  open(system) {
    const { door, clock } = system;
    const net = netFolder(system);
    const parse = rememberLast(parseNetDev);
    let facts = new Map<string, Facts>();
    let readAt = 0;
    let before: ReturnType<typeof parse> | undefined;
    return () => {
      const text = door.read(`${net}/dev`);
      if (text === undefined) return unavailable(`${net}/dev is missing`, 'mount /proc');
      const links = parse(text);
      const now = clock.monotonic();
      const changed = links !== before && (links.size !== facts.size || [...links.keys()].some((name) => !facts.has(name)));
      before = links;
      if (changed || now - readAt >= FACTS_STAND) {
        facts = readFacts(system, net, [...links.keys()]);
        readAt = now;
      }
      return ok(
        [...links].map(([name, flows]) =>
          present({
            name,
            counted: false,
            ...facts.get(name),
            state: door.read(`${NET}/${name}/operstate`)?.trim() || undefined,
            ...flows,
          }),
        ),
      );
    };
  },
};

/** A host seen from inside a container shows its own network through its first process only. */
function netFolder({ door, local }: System): string {
  return !local && isThere(door, '/proc/1/net/dev') ? '/proc/1/net' : '/proc/net';
}

type Facts = Pick<InterfaceReading, 'counted' | 'physical' | 'speed' | 'addresses'>;

function readFacts({ door, local }: System, net: string, names: readonly string[]): Map<string, Facts> {
  const counted = readCounted(door, net, names);
  const addresses = local ? readAddresses() : undefined;
  return new Map(
    names.map((name) => {
      const megabits = Number(door.read(`${NET}/${name}/speed`));
      return [
        name,
        present({
          counted: counted.has(name),
          physical: isThere(door, `${NET}/${name}`) ? hasDevice(door, name) : undefined,
          // A link that is down, or has no speed, gives -1 or an error.
          speed: megabits > 0 ? megabits * 1e6 : undefined,
          addresses: addresses?.get(name),
        }),
      ];
    }),
  );
}

/**
 * What goes in and out of the machine, once: physical interfaces, but of those that work as one only the one they make;
 * where there is none, as in a container, the interfaces of the default routes.
 */
function readCounted(door: Door, net: string, names: readonly string[]): Set<string> {
  const masters = readMasters(door, names);
  const counted = names.filter((name) => hasDevice(door, name)).map((name) => masters.get(name) ?? name);
  return counted.length > 0 ? new Set(counted) : readDefaultInterfaces(door, net);
}

function hasDevice(door: Door, name: string): boolean {
  return isThere(door, `${NET}/${name}/device`);
}

/**
 * By interface, the one that counts in its stead: its bond or team, or a cloud's interface over its fast path, which has a device
 * itself. Not its bridge, which also sees what never leaves the machine.
 */
function readMasters(door: Door, names: readonly string[]): Map<string, string> {
  const masters = new Map<string, string>();
  for (const name of names) {
    const ports = door.read(`${NET}/${name}/bonding/slaves`)?.match(/\S+/g) ?? [];
    for (const port of ports) masters.set(port, name);
    const master = door.link(`${NET}/${name}/master`)?.split('/').at(-1);
    if (master && (master.startsWith('team') || hasDevice(door, master))) masters.set(name, master);
  }
  return masters;
}

/** `/proc/net/dev`: counters by interface, since it came up. */
export function parseNetDev(text: string): Map<string, { received: Flow; sent: Flow }> {
  const links = new Map<string, { received: Flow; sent: Flow }>();
  for (const line of text.split('\n')) {
    const match = /^\s*([^\s|]+):\s*(.*)$/.exec(line);
    const [, name, columns = ''] = match ?? [];
    const values = columns.trim().split(/\s+/).map(Number);
    // fifo, frame, compressed and multicast stand between the two directions.
    const [received, sent] = [flowOf(values.slice(0, 4)), flowOf(values.slice(8, 12))];
    if (name && received && sent) links.set(name, { received, sent });
  }
  return links;
}

function flowOf([bytes, packets, errors, drops]: readonly number[]): Flow | undefined {
  return bytes === undefined || packets === undefined || errors === undefined || drops === undefined
    ? undefined
    : { bytes, packets, errors, drops };
}
