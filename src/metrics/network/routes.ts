import type { Door } from '../../platform/door.ts';

/** Flags of a route, route.h. */
const UP = 0x1;
const REJECT = 0x200;

/** The interfaces that lead to everywhere else: of each IP version those of the default route that the kernel prefers. */
export function readDefaultInterfaces(door: Door, net: string): Set<string> {
  return new Set([
    ...preferred(parseDefaultRoutes(door.read(`${net}/route`) ?? '')),
    ...preferred(parseDefaultRoutes6(door.read(`${net}/ipv6_route`) ?? '')),
  ]);
}

interface DefaultRoute {
  readonly link: string;
  readonly metric: number;
}

function preferred(routes: readonly DefaultRoute[]): string[] {
  const best = Math.min(...routes.map((route) => route.metric));
  return routes.filter((route) => route.metric === best).map((route) => route.link);
}

/** `/proc/net/route`: "eth0 00000000 0101A8C0 0003 0 0 100 00000000 …"; the metric is decimal. */
export function parseDefaultRoutes(text: string): DefaultRoute[] {
  return text.split('\n').flatMap((line) => {
    const [link, destination, , flags = '', , , metric, mask] = line.trim().split(/\s+/);
    if (!link || destination !== '00000000' || mask !== '00000000' || !leadsOn(flags)) return [];
    return { link, metric: Number(metric) };
  });
}

/** `/proc/net/ipv6_route`: destination, its length, source, its length, next hop, metric, two counts, flags, interface; numbers are hexadecimal. */
export function parseDefaultRoutes6(text: string): DefaultRoute[] {
  return text.split('\n').flatMap((line) => {
    const [destination = '', length, , , , metric = '', , , flags = '', link] = line.trim().split(/\s+/);
    if (!link || !/^0{32}$/.test(destination) || length !== '00' || !leadsOn(flags)) return [];
    return { link, metric: Number.parseInt(metric, 16) };
  });
}

function leadsOn(hexadecimal: string): boolean {
  const flags = Number.parseInt(hexadecimal, 16);
  return (flags & UP) !== 0 && (flags & REJECT) === 0;
}
