import { metric } from '../metric.ts';
import { present } from '../present.ts';
import { isLess, rate, sum } from '../rate.ts';
import * as shape from '../shape.ts';

/** Counters since the interface came up. */
export interface InterfaceReading {
  readonly name: string;
  /** Counted in the machine's total. */
  readonly counted: boolean;
  readonly physical?: boolean;
  readonly state?: string;
  /** Bits a second. */
  readonly speed?: number;
  readonly addresses?: readonly string[];
  readonly received?: Flow;
  readonly sent?: Flow;
}

export interface Flow {
  readonly bytes: number;
  readonly packets?: number;
  readonly errors?: number;
  readonly drops?: number;
}

const dev = '/proc/net/dev, proc_pid_net(5)';
const sysNet = '/sys/class/net';

function counter(meaning: string, key: string) {
  return shape.optional(shape.count(meaning, { from: dev, counter: true, key }));
}

function eachSecond(meaning: string) {
  return shape.optional(shape.perSecond(meaning, { from: dev, formula: 'Δ / Δt' }));
}

const total = { from: dev, formula: 'sum of the interfaces that are counted' };

export const network = metric({
  title: 'Network',
  document: ['network'],
  shape: shape.group({
    received: shape.optional(shape.bytes('Received since boot', { ...total, counter: true, key: 'total_bytes_received' })),
    sent: shape.optional(shape.bytes('Sent since boot', { ...total, counter: true, key: 'total_bytes_transmitted' })),
    receiveRate: shape.optional(shape.bytesPerSecond('Received', total)),
    sendRate: shape.optional(shape.bytesPerSecond('Sent', total)),
    interfaces: shape.list('name', 'One network interface', {
      name: shape.text("The kernel's name", { from: dev }),
      counted: shape.flag('Counted in the total: physical, or, where there is none, the one of the default route', {
        from: `${sysNet}/NAME/device; /proc/net/route`,
      }),
      physical: shape.optional(shape.flag('Has a device behind it', { from: `${sysNet}/NAME/device` })),
      state: shape.optional(shape.text('Operational state: up, down, unknown, …', { from: `${sysNet}/NAME/operstate` })),
      speed: shape.optional(shape.bitsPerSecond('Speed of the link', { from: `${sysNet}/NAME/speed` })),
      addresses: shape.optional(shape.texts('IP addresses', { from: 'getifaddrs(3)' })),
      received: shape.optional(shape.bytes('Received since it came up', { from: dev, counter: true, key: 'bytes_received' })),
      sent: shape.optional(shape.bytes('Sent since it came up', { from: dev, counter: true, key: 'bytes_transmitted' })),
      receivedPackets: counter('Packets received', 'packets_received'),
      sentPackets: counter('Packets sent', 'packets_transmitted'),
      receiveErrors: counter('Packets received in error', 'errors_on_received'),
      sendErrors: counter('Packets that failed to be sent', 'errors_on_transmitted'),
      receiveDrops: counter('Packets received and dropped', 'drops_on_received'),
      sendDrops: counter('Packets dropped before they were sent', 'drops_on_transmitted'),
      receiveRate: shape.optional(shape.bytesPerSecond('Received', { from: dev, formula: 'Δbytes / Δt' })),
      sendRate: shape.optional(shape.bytesPerSecond('Sent', { from: dev, formula: 'Δbytes / Δt' })),
      receivePacketRate: eachSecond('Packets received'),
      sendPacketRate: eachSecond('Packets sent'),
      receiveErrorRate: eachSecond('Packets received in error'),
      sendErrorRate: eachSecond('Packets that failed to be sent'),
      receiveDropRate: eachSecond('Packets received and dropped'),
      sendDropRate: eachSecond('Packets dropped before they were sent'),
    }),
  }),
  derive(now: readonly InterfaceReading[], before: readonly InterfaceReading[] | undefined, elapsed) {
    const earlier = new Map(before?.map((link) => [link.name, link]));
    const interfaces = now.map((link) => {
      const { name, counted, physical, state, speed, addresses, received, sent } = link;
      const same = earlier.get(name);
      // Packets that became fewer: the interface was made anew. Bytes alone may have wrapped.
      const isNew = isLess(received?.packets, same?.received?.packets) || isLess(sent?.packets, same?.sent?.packets);
      const then = isNew ? undefined : same;
      return present({
        name,
        counted,
        physical,
        state,
        speed,
        addresses,
        received: received?.bytes,
        sent: sent?.bytes,
        receivedPackets: received?.packets,
        sentPackets: sent?.packets,
        receiveErrors: received?.errors,
        sendErrors: sent?.errors,
        receiveDrops: received?.drops,
        sendDrops: sent?.drops,
        receiveRate: rate(received?.bytes, then?.received?.bytes, elapsed),
        sendRate: rate(sent?.bytes, then?.sent?.bytes, elapsed),
        receivePacketRate: rate(received?.packets, then?.received?.packets, elapsed),
        sendPacketRate: rate(sent?.packets, then?.sent?.packets, elapsed),
        receiveErrorRate: rate(received?.errors, then?.received?.errors, elapsed),
        sendErrorRate: rate(sent?.errors, then?.sent?.errors, elapsed),
        receiveDropRate: rate(received?.drops, then?.received?.drops, elapsed),
        sendDropRate: rate(sent?.drops, then?.sent?.drops, elapsed),
      });
    });
    const counted = interfaces.filter((link) => link.counted);
    return present({
      received: sum(counted.map((link) => link.received)),
      sent: sum(counted.map((link) => link.sent)),
      receiveRate: sum(counted.map((link) => link.receiveRate)),
      sendRate: sum(counted.map((link) => link.sendRate)),
      interfaces,
    });
  },
});
