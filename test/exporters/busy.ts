import type { Alerts } from '../../src/alerts/alert.ts';
import { failed, unavailable } from '../../src/metrics/outcome.ts';
import type { Sample } from '../../src/sampling/sample.ts';
import { START, sampleAt } from '../harness/sample.ts';

const GiB = 2 ** 30;

/** A small server that has something to tell in every section but those it lacks. */
export const busy: Sample = sampleAt(90, {
  cpu: {
    usage: 0.23456,
    user: 0.15,
    nice: 0,
    system: 0.08,
    iowait: 0.0123,
    irq: 0,
    softirq: 0.005,
    steal: 0,
    guest: 0,
    cores: [
      { id: 0, online: true, usage: 1 / 3, frequency: 2_600_000_000 },
      { id: 2, online: false },
    ],
    frequency: 2_600_000_000,
    load: { one: 0.42, five: 1.5, fifteen: 12.25 },
    tasksRunning: 2,
    tasks: 312,
    model: 'AMD EPYC',
    limit: 1.5,
  },
  memory: {
    total: 4 * GiB,
    used: 3 * GiB,
    available: GiB,
    usage: 0.75,
    cached: GiB / 2,
    swap: { total: 2 * GiB, used: GiB / 4, usage: 0.125, inRate: 4096, outRate: 0.04 },
    limit: { total: GiB, used: GiB / 2, usage: 0.5 },
  },
  pressure: {
    cpu: { some: { now: 0.0331, average10: 0.0125, average60: 0.01, average300: 0 } },
    io: { some: { average10: 0.5, average60: 0.25, average300: 0.1 }, full: { average10: 0.2, average60: 0, average300: 0 } },
  },
  filesystem: [
    {
      device: '/dev/vda1',
      mount: '/',
      type: 'ext4',
      readOnly: false,
      hidden: false,
      total: 252 * GiB,
      used: 226 * GiB,
      available: 13 * GiB,
      usage: 226 / 239,
      inodes: 1000,
      inodesUsed: 10,
      inodesUsage: 0.01,
    },
    { device: 'nas:/日本', mount: '/mnt/日本', type: 'nfs4', readOnly: true, hidden: false, silent: 'does not answer' },
  ],
  disk: {
    totalRead: 9_007_199_254_740_991,
    totalWritten: 512,
    readRate: 1_310_720,
    writeRate: 0.25,
    devices: [
      {
        name: 'vda',
        model: 'QEMU',
        size: 256 * GiB,
        rotational: false,
        read: 9_007_199_254_740_991,
        written: 512,
        readRate: 1_310_720,
        writeRate: 0.25,
        readOperationRate: 12.345,
        writeOperationRate: 0,
        busy: 0.304,
      },
    ],
  },
  network: {
    received: 1000,
    sent: 2000,
    receiveRate: 1_310_720,
    sendRate: 10_240,
    interfaces: [
      { name: 'lo', counted: false, received: 77, sent: 77 },
      {
        name: 'eth0',
        counted: true,
        physical: true,
        state: 'up',
        speed: 1_000_000_000,
        addresses: ['10.0.0.2', 'fe80::1'],
        received: 1000,
        sent: 2000,
        receivedPackets: 10,
        sentPackets: 20,
        receiveErrors: 1,
        sendErrors: 2,
        receiveDrops: 3,
        sendDrops: 4,
        receiveRate: 1_310_720,
        sendRate: 10_240,
        receivePacketRate: 1.5,
        sendPacketRate: 0,
        receiveErrorRate: 0,
        sendErrorRate: 0,
        receiveDropRate: 0,
        sendDropRate: 0,
      },
    ],
  },
  sensors: {
    cpuTemperature: 61.04,
    temperatures: [
      { name: 'coretemp Package id 0', temperature: 61.04, high: 80, critical: 100 },
      { name: 'coretemp Core 0', temperature: 59, core: 0 },
      { name: 'nvme Composite', temperature: 38.85 },
    ],
    fans: [{ name: 'thinkpad fan1', speed: 2400 }],
  },
  battery: unavailable('no battery', 'plug one in'),
  host: {
    name: 'web-1',
    os: 'Debian GNU/Linux 12 (bookworm)',
    kernel: 'Linux 6.1.0-13-amd64',
    architecture: 'x86_64',
    virtualization: 'KVM',
    bootTime: START - 3 * 86_400_000,
    uptime: 3 * 86_400 + 90,
  },
  self: failed(new Error('EACCES: permission denied')),
});

export const alerts: Alerts = {
  firing: [
    {
      rule: {
        text: 'filesystem.usage > 90%',
        metric: 'filesystem.usage',
        comparison: '>',
        threshold: 0.9,
        hold: 0,
        severity: 'warning',
      },
      item: '/',
      severity: 'critical',
      since: START + 30_000,
      length: 60,
      value: 226 / 239,
      peak: 0.9512,
    },
  ],
  resolved: [
    {
      rule: { text: 'cpu.load.one > 8', metric: 'cpu.load.one', comparison: '>', threshold: 8, hold: 5, severity: 'warning' },
      severity: 'warning',
      since: START,
      ended: START + 20_000,
      length: 20,
      value: 7.5,
      peak: 9.25,
    },
  ],
};
