import { systeminformation } from '../../platform/systeminformation.ts';
import type { Seconds } from '../../units/quantity.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import { readAddresses } from './addresses.ts';
import type { Flow, InterfaceReading } from './network.ts';

/** Asking for the facts costs many processes. */
const FACTS_STAND: Seconds = 60;

/** Counters and facts from systeminformation, addresses from Node. It takes no question twice in half a second. */
export const readPortableNetwork: Reader<readonly InterfaceReading[]> = {
  pace: 1,
  open({ clock }) {
    let links: Awaited<ReturnType<typeof readLinks>> | undefined;
    let readAt = 0;
    return async () => {
      const si = await systeminformation();
      const now = clock.monotonic();
      if (links === undefined || now - readAt >= FACTS_STAND) {
        links = await readLinks();
        readAt = now;
      }
      if (links.size === 0) return unavailable('this system shows no network interface');
      const stats = await si.networkStats([...links.keys()].join(','));
      const addresses = readAddresses();
      return ok(
        stats.map((stat) => {
          const link = links?.get(stat.iface);
          return present({
            name: stat.iface,
            // Which interfaces are physical is not told: the one of the default route stands for them.
            counted: link?.default ?? false,
            state: stat.operstate || undefined,
            speed: link?.speed && link.speed > 0 ? link.speed * 1e6 : undefined,
            addresses: addresses.get(stat.iface),
            received: flowOf(stat.rx_bytes, stat.rx_errors, stat.rx_dropped),
            sent: flowOf(stat.tx_bytes, stat.tx_errors, stat.tx_dropped),
          });
        }),
      );
    };
  },
};

async function readLinks() {
  const si = await systeminformation();
  const found = await si.networkInterfaces();
  return new Map((Array.isArray(found) ? found : [found]).map((link) => [link.iface, link]));
}

/** systeminformation gives null where it doesn't know. */
function flowOf(bytes: number | null, errors: number | null, drops: number | null): Flow | undefined {
  if (bytes === null) return undefined;
  return present({ bytes, errors: errors ?? undefined, drops: drops ?? undefined });
}
