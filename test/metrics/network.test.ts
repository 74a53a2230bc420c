import os from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNetDev, readNetwork } from '../../src/metrics/network/linux.ts';
import { type InterfaceReading, network } from '../../src/metrics/network/network.ts';
import { readPortableNetwork } from '../../src/metrics/network/portable.ts';
import { parseDefaultRoutes, parseDefaultRoutes6 } from '../../src/metrics/network/routes.ts';
import { known } from '../../src/metrics/outcome.ts';
import { createDoor } from '../../src/platform/door.ts';
import { runningSystem } from '../../src/platform/running.ts';
import { createFakeClock } from '../harness/fake-clock.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

const HEAD = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
`;

function netDev(...names: string[]) {
  return HEAD + names.map((name) => `${name.padStart(6)}: 1000 10 1 2 0 0 0 0 2000 20 3 4 0 0 0 0\n`).join('');
}

const DEFAULT_ROUTE = `Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
eth0	00000000	010011AC	0003	0	0	0	00000000	0	0	0
eth0	000011AC	00000000	0001	0	0	0	0000FFFF	0	0	0
`;

async function read(files: Tree) {
  return known(await readNetwork.open({ door: createDoor(writeTree(files)), clock: createFakeClock(), local: false })()) ?? [];
}

async function counted(files: Tree) {
  return (await read(files)).filter((link) => link.counted).map((link) => link.name);
}

test('counters are read each way, also where the kernel leaves no space after the name', () => {
  expect([...parseNetDev(`${HEAD}enp0s31f6:18446744073709551615 7 1 2 0 0 0 9 2000 20 3 4 0 0 0 0\n`)]).toEqual([
    [
      'enp0s31f6',
      {
        received: { bytes: 18446744073709552000, packets: 7, errors: 1, drops: 2 },
        sent: { bytes: 2000, packets: 20, errors: 3, drops: 4 },
      },
    ],
  ]);
});

test('an interface carries its state, and its speed where the link has one', async () => {
  const links = await read({
    '/proc/net/dev': netDev('eth0', 'eth1', 'lo'),
    '/sys/class/net/eth0/device/vendor': '0x8086',
    '/sys/class/net/eth0/operstate': 'up\n',
    '/sys/class/net/eth0/speed': '2500\n',
    '/sys/class/net/eth1/operstate': 'down\n',
    '/sys/class/net/eth1/speed': '-1\n',
  });
  expect(links).toMatchObject([
    { name: 'eth0', counted: true, physical: true, state: 'up', speed: 2.5e9, received: { bytes: 1000 }, sent: { bytes: 2000 } },
    { name: 'eth1', counted: false, physical: false, state: 'down' },
    { name: 'lo', counted: false },
  ]);
  expect(links[1]).not.toHaveProperty('speed');
  expect(links[2]).not.toHaveProperty('physical');
});

test('physical interfaces count; bridges, tunnels and the ends of containers do not', async () => {
  expect(
    await counted({
      '/proc/net/dev': netDev('lo', 'eth0', 'wlan0', 'docker0', 'veth1', 'tun0', 'br0'),
      '/proc/net/route': DEFAULT_ROUTE.replaceAll('eth0', 'tun0'),
      '/sys/class/net/eth0/device': { link: '../../../0000:00:1f.6' },
      '/sys/class/net/eth0/master': { link: '../br0' },
      '/sys/class/net/wlan0/device/vendor': '0x8086',
      '/sys/class/net/br0/bridge/stp_state': '0',
      '/sys/class/net/veth1/master': { link: '../docker0' },
    }),
  ).toEqual(['eth0', 'wlan0']);
});

test('a bond counts in the stead of its ports, a team and a cloud interface in that of theirs', async () => {
  expect(
    await counted({
      '/proc/net/dev': netDev('eno1', 'eno2', 'bond0', 'eno3', 'team0', 'eth0', 'enP1s1'),
      '/sys/class/net/eno1/device/vendor': '',
      '/sys/class/net/eno2/device/vendor': '',
      '/sys/class/net/bond0/bonding/slaves': 'eno1 eno2\n',
      '/sys/class/net/eno3/device/vendor': '',
      '/sys/class/net/eno3/master': { link: '../team0' },
      '/sys/class/net/eth0/device/vendor': '',
      '/sys/class/net/enP1s1/device/vendor': '',
      '/sys/class/net/enP1s1/master': { link: '../../../../virtual/net/eth0' },
    }),
  ).toEqual(['bond0', 'team0', 'eth0']);
});

test('where no interface is physical, those of the default routes count', async () => {
  const files = { '/proc/net/dev': netDev('lo', 'eth0', 'eth1'), '/sys/class/net/eth0/operstate': 'up\n' };
  expect(await counted({ ...files, '/proc/net/route': DEFAULT_ROUTE })).toEqual(['eth0']);
  expect(await counted(files)).toEqual([]);
});

test('of several default routes the preferred one is taken, and none that is a dead end', () => {
  const line = (link: string, flags: string, metric: number) =>
    `${link}\t00000000\t010011AC\t${flags}\t0\t0\t${metric}\t00000000\t0\t0\t0\n`;
  expect(parseDefaultRoutes(line('wlan0', '0003', 600) + line('lo', '0201', 0) + DEFAULT_ROUTE)).toEqual([
    { link: 'wlan0', metric: 600 },
    { link: 'eth0', metric: 0 },
  ]);
  const zeros = '0'.repeat(32);
  const text = `${zeros} 00 ${zeros} 00 fd000000000000000000000000000001 00000400 00000002 00000000 00000003     eth0
${zeros} 00 ${zeros} 00 ${zeros} ffffffff 00000001 00000000 00200200       lo
fe800000000000000000000000000000 40 ${zeros} 00 ${zeros} 00000100 00000002 00000000 00000001     eth0
`;
  expect(parseDefaultRoutes6(text)).toEqual([{ link: 'eth0', metric: 1024 }]);
});

test('without its counters the reason and the remedy are told', () => {
  const system = { door: createDoor(writeTree({})), clock: createFakeClock(), local: false };
  expect(readNetwork.open(system)()).toEqual({ state: 'unavailable', reason: '/proc/net/dev is missing', remedy: 'mount /proc' });
});

function link(name: string, bytes: number, packets: number, isCounted = true): InterfaceReading {
  return { name, counted: isCounted, received: { bytes, packets, errors: 0, drops: 0 }, sent: { bytes: 0, packets: 0 } };
}

test('rates are a second, and the total is that of the counted', () => {
  const before = [link('eth0', 1000, 10), link('docker0', 1000, 10, false)];
  const { interfaces, ...totals } = network.derive([link('docker0', 9000, 50, false), link('eth0', 2000, 30)], before, 2);
  expect(interfaces[1]).toMatchObject({ receiveRate: 500, receivePacketRate: 10, receiveErrorRate: 0, sendRate: 0 });
  expect(interfaces[1]).not.toHaveProperty('sendErrorRate');
  expect(totals).toEqual({ received: 2000, sent: 0, receiveRate: 500, sendRate: 0 });
});

test('an interface that came, or was made anew, has no rate yet; a counter of 32 bits that wrapped has', () => {
  const before = [link('tun0', 3e9, 5000), link('eth0', 2 ** 32 - 500, 5000)];
  const { interfaces } = network.derive([link('tun0', 1000, 3), link('eth0', 500, 5001), link('usb0', 5e9, 9)], before, 1);
  expect(interfaces.map((each) => each.receiveRate)).toEqual([undefined, 1000, undefined]);
});

test('however interfaces come, go, restart and wrap, no rate is negative or more than what was counted', () => {
  const counter = fc.nat({ max: 2 ** 34 });
  const flow = fc.record({ bytes: counter, packets: counter, errors: counter, drops: counter });
  const state = fc.record({ name: fc.constantFrom('lo', 'eth0', 'wlan0'), counted: fc.boolean(), received: flow, sent: flow });
  const reading = fc.uniqueArray(state, { selector: ({ name }) => name });
  const elapsed = fc.oneof(fc.constantFrom(0, -1), fc.double({ min: 0.001, max: 1e5, noNaN: true }));
  fc.assert(
    fc.property(reading, fc.option(reading, { nil: undefined }), elapsed, (now, before, time) => {
      const { interfaces, ...totals } = network.derive(now, before, time);
      for (const [i, each] of interfaces.entries()) {
        for (const [rate, bytes] of [
          [each.receiveRate, now[i]?.received.bytes],
          [each.sendRate, now[i]?.sent.bytes],
        ]) {
          if (rate === undefined) continue;
          expect(time > 0 && before?.some(({ name }) => name === each.name)).toBe(true);
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate * time).toBeLessThanOrEqual(Math.max(bytes ?? 0, 2 ** 32) * (1 + 1e-9));
        }
      }
      expect(totals.receiveRate ?? 0).toBeGreaterThanOrEqual(0);
      expect(totals.sendRate ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.runIf(os.platform() === 'linux')(
  'the running machine shows its interfaces, with the addresses that Node knows',
  async () => {
    const links = known(await readNetwork.open(runningSystem())()) ?? [];
    for (const [name, infos] of Object.entries(os.networkInterfaces())) {
      const same = links.find((each) => each.name === name);
      expect(same?.addresses).toEqual(infos?.map((info) => info.address));
    }
  },
);

test('systeminformation gives the same interfaces and counters', async () => {
  const portable = known(await readPortableNetwork.open(runningSystem())()) ?? [];
  expect(portable.length).toBeGreaterThan(0);
  if (os.platform() !== 'linux') return;
  const own = new Map((known(await readNetwork.open(runningSystem())()) ?? []).map((each) => [each.name, each]));
  for (const each of portable) {
    const same = own.get(each.name);
    expect(same).toBeDefined();
    expect(each.addresses).toEqual(same?.addresses);
    expect(each.state).toBe(same?.state);
    for (const way of ['received', 'sent'] as const) {
      const [bytes = 0, sooner = 0] = [same?.[way]?.bytes, each[way]?.bytes];
      expect(bytes).toBeGreaterThanOrEqual(sooner);
      expect(bytes - sooner).toBeLessThan(2 ** 28);
    }
  }
});
