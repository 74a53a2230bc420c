import os from 'node:os';

/** IP addresses of this machine by the interface's name, as Node asks the system; those of an alias ("eth0:1") are its interface's. */
export function readAddresses(): Map<string, readonly string[]> {
  const addresses = new Map<string, readonly string[]>();
  for (const [name, infos] of Object.entries(os.networkInterfaces())) {
    const [link = name] = name.split(/:\d+$/);
    addresses.set(link, [...(addresses.get(link) ?? []), ...(infos ?? []).map((info) => info.address)]);
  }
  return addresses;
}
