import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ALERTS } from '../../src/alerts/alert.ts';
import { formats } from '../../src/exporters/index.ts';
import { encodeJson, encodeJsonLine, encodeSnapshot } from '../../src/exporters/json.ts';
import { metricNames } from '../../src/metrics/index.ts';
import { failed, unavailable } from '../../src/metrics/outcome.ts';
import { processOf, START, sampleAt } from '../harness/sample.ts';
import { alerts, busy } from './busy.ts';
import { readLive } from './live.ts';

const snapshotOf = (contents: Parameters<typeof sampleAt>[1]) =>
  encodeSnapshot({ sample: sampleAt(0, contents), alerts: NO_ALERTS }) as Record<string, Record<string, unknown>>;

describe('the processes of the document', () => {
  const all = Array.from({ length: 100 }, (_, i) =>
    processOf(i + 1, { usage: (100 - i) / 100, memoryUsage: i / 100, resident: i * 4096 }),
  );
  const sample = sampleAt(0, { process: { count: 100, all } });
  const pidsOf = (choices?: { topProcesses: number }) => {
    const { processes } = encodeSnapshot({ sample, alerts: NO_ALERTS }, choices) as {
      processes: { count: number; top: { pid: number }[] };
    };
    expect(processes.count).toBe(100);
    return processes.top.map(({ pid }) => pid);
  };
  const upTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

  it('are the twenty that use most CPU and the twenty that use most memory, where nobody says', () => {
    expect(pidsOf()).toEqual([...upTo(1, 20), ...upTo(81, 100)]);
  });

  it('are as many of each as is said', () => {
    expect(pidsOf({ topProcesses: 3 })).toEqual([1, 2, 3, 98, 99, 100]);
    expect(pidsOf({ topProcesses: 60 })).toEqual(upTo(1, 100));
    expect(formats.json({ sample, alerts: NO_ALERTS }, { topProcesses: 1 }).match(/"resident_bytes"/g)).toHaveLength(2);
    expect(formats.ndjson({ sample, alerts: NO_ALERTS }, { topProcesses: 1 }).match(/"resident_bytes"/g)).toHaveLength(2);
  });
});

describe('the snapshot document', () => {
  it('writes every value under its public name, in its public unit', () => {
    expect(encodeSnapshot({ sample: busy, alerts })).toEqual({
      schema_version: 1,
      timestamp: '2026-01-01T00:01:30.000Z',
      elapsed_seconds: 1,
      cpu: {
        usage_percent: 23.46,
        user_percent: 15,
        nice_percent: 0,
        system_percent: 8,
        iowait_percent: 1.23,
        irq_percent: 0,
        softirq_percent: 0.5,
        steal_percent: 0,
        guest_percent: 0,
        cores: [
          { core_id: 0, online: true, usage_percent: 33.33, frequency_hertz: 2_600_000_000 },
          { core_id: 2, online: false },
        ],
        frequency_hertz: 2_600_000_000,
        load_average: { one_min: 0.42, five_min: 1.5, fifteen_min: 12.25 },
        tasks_running: 2,
        tasks: 312,
        model: 'AMD EPYC',
        limit_cores: 1.5,
      },
      memory: {
        total_bytes: 4294967296,
        used_bytes: 3221225472,
        available_bytes: 1073741824,
        usage_percent: 75,
        cached_bytes: 536870912,
        swap_total_bytes: 2147483648,
        swap_used_bytes: 268435456,
        swap_usage_percent: 12.5,
        swap_in_bytes_per_second: 4096,
        swap_out_bytes_per_second: 0,
        limit: { total_bytes: 1073741824, used_bytes: 536870912, usage_percent: 50 },
      },
      pressure: {
        cpu: { some: { now_percent: 3.31, average10_percent: 1.25, average60_percent: 1, average300_percent: 0 } },
        io: {
          some: { average10_percent: 50, average60_percent: 25, average300_percent: 10 },
          full: { average10_percent: 20, average60_percent: 0, average300_percent: 0 },
        },
      },
      disk: {
        disks: [
          {
            name: '/dev/vda1',
            mount_point: '/',
            file_system: 'ext4',
            read_only: false,
            hidden: false,
            total_space_bytes: 270582939648,
            used_space_bytes: 242665652224,
            available_space_bytes: 13958643712,
            usage_percent: 94.56,
            inodes: 1000,
            inodes_used: 10,
            inodes_usage_percent: 1,
          },
          {
            name: 'nas:/日本',
            mount_point: '/mnt/日本',
            file_system: 'nfs4',
            read_only: true,
            hidden: false,
            silent: 'does not answer',
          },
        ],
        total_read_bytes: 9007199254740991,
        total_written_bytes: 512,
        read_bytes_per_second: 1310720,
        write_bytes_per_second: 0.3,
        devices: [
          {
            name: 'vda',
            model: 'QEMU',
            size_bytes: 274877906944,
            rotational: false,
            read_bytes: 9007199254740991,
            written_bytes: 512,
            read_bytes_per_second: 1310720,
            write_bytes_per_second: 0.3,
            read_operations_per_second: 12.35,
            write_operations_per_second: 0,
            busy_percent: 30.4,
          },
        ],
      },
      network: {
        total_bytes_received: 1000,
        total_bytes_transmitted: 2000,
        receive_bytes_per_second: 1310720,
        send_bytes_per_second: 10240,
        interfaces: [
          { name: 'lo', counted: false, bytes_received: 77, bytes_transmitted: 77 },
          {
            name: 'eth0',
            counted: true,
            physical: true,
            state: 'up',
            speed_bits_per_second: 1000000000,
            addresses: ['10.0.0.2', 'fe80::1'],
            bytes_received: 1000,
            bytes_transmitted: 2000,
            packets_received: 10,
            packets_transmitted: 20,
            errors_on_received: 1,
            errors_on_transmitted: 2,
            drops_on_received: 3,
            drops_on_transmitted: 4,
            receive_bytes_per_second: 1310720,
            send_bytes_per_second: 10240,
            receive_packets_per_second: 1.5,
            send_packets_per_second: 0,
            receive_errors_per_second: 0,
            send_errors_per_second: 0,
            receive_drops_per_second: 0,
            send_drops_per_second: 0,
          },
        ],
      },
      processes: {
        count: 96,
        threads: 231,
        unattributed_percent: 1.23,
        top: [
          {
            id: '1@0.12',
            pid: 1,
            parent_pid: 0,
            name: 'systemd',
            state: 'S',
            usage_percent: 0.1,
            resident_bytes: 12_582_912,
            memory_usage_percent: 0.29,
            kernel_thread: false,
          },
          {
            id: '4211@37.5',
            pid: 4211,
            parent_pid: 1,
            name: 'ff\u001b[31mmpeg',
            command: 'ffmpeg -i 日本.mkv out.webm',
            user: 'ada',
            state: 'R',
            usage_percent: 187.65,
            cpu_time_seconds: 3661.27,
            resident_bytes: 1_073_741_824,
            memory_usage_percent: 25,
            virtual_bytes: 4_294_967_296,
            threads: 12,
            nice: -5,
            priority: 15,
            age_seconds: 7322.5,
            kernel_thread: false,
            control_group: '/user.slice/user-1000.slice/session-2.scope',
            unit: 'session-2.scope',
          },
        ],
      },
      sensors: {
        cpu_temperature_celsius: 61,
        temperatures: [
          { name: 'coretemp Package id 0', temperature_celsius: 61, high_celsius: 80, critical_celsius: 100 },
          { name: 'coretemp Core 0', temperature_celsius: 59, core: 0 },
          { name: 'nvme Composite', temperature_celsius: 38.9 },
        ],
        fans: [{ name: 'thinkpad fan1', speed_rpm: 2400 }],
      },
      host: {
        name: 'web-1',
        os: 'Debian GNU/Linux 12 (bookworm)',
        kernel: 'Linux 6.1.0-13-amd64',
        architecture: 'x86_64',
        virtualization: 'KVM',
        boot_time: '2025-12-29T00:00:00.000Z',
        uptime_seconds: 259290,
      },
      alerts: {
        firing: [
          {
            rule: 'filesystem.usage > 90%',
            metric: 'filesystem.usage',
            item: '/',
            severity: 'critical',
            since: '2026-01-01T00:00:30.000Z',
            length_seconds: 60,
            unit: 'percent',
            threshold: 90,
            value: 94.56,
            peak: 95.12,
          },
        ],
        resolved: [
          {
            rule: 'cpu.load.one > 8',
            metric: 'cpu.load.one',
            severity: 'warning',
            since: '2026-01-01T00:00:00.000Z',
            ended: '2026-01-01T00:00:20.000Z',
            length_seconds: 20,
            threshold: 8,
            value: 7.5,
            peak: 9.25,
            culprit: { name: 'ffmpeg', pid: 4211, share_percent: 187.65 },
          },
        ],
      },
      unavailable: { battery: { reason: 'no battery', remedy: 'plug one in' } },
      failed: { self: { error: 'EACCES: permission denied' } },
    });
  });

  it('leaves out what is unknown, and what JSON can not hold', () => {
    expect(snapshotOf({ cpu: { usage: Number.NaN, cores: [], frequency: Number.POSITIVE_INFINITY } }).cpu).toEqual({ cores: [] });
  });

  it('tells the length of a gap in place of the time between samples', () => {
    const document = snapshotOf({ gap: 3600.5 });
    expect(document).toMatchObject({ gap_seconds: 3600.5 });
    expect(document).not.toHaveProperty('elapsed_seconds');
  });

  it('tells how old the values are that stand from an earlier reading', () => {
    const sample = sampleAt(0);
    const moment = { ...sample.moment, ages: { process: 4, filesystem: 2.5 } };
    expect(encodeSnapshot({ sample: { ...sample, moment }, alerts: NO_ALERTS })).toMatchObject({
      ages: { process_seconds: 4, filesystem_seconds: 2.5 },
    });
    expect(encodeSnapshot({ sample, alerts: NO_ALERTS })).not.toHaveProperty('ages');
  });

  it('has the section of two metrics although one of them has no value', () => {
    const disk = { devices: [{ name: 'sda' }] };
    expect(snapshotOf({ disk }).disk).toEqual(disk);
    expect(snapshotOf({ filesystem: [] }).disk).toEqual({ disks: [] });
    expect(snapshotOf({})).not.toHaveProperty('disk');
  });

  it('lists every metric without a value, with the reason', () => {
    const document = encodeSnapshot({
      sample: sampleAt(0, { cpu: failed('broken'), memory: unavailable('hidden', 'show it') }),
      alerts: NO_ALERTS,
    });
    expect(document.failed).toEqual({ cpu: { error: 'broken' } });
    expect(document.unavailable).toMatchObject({ memory: { reason: 'hidden', remedy: 'show it' } });
    expect(Object.keys(document.unavailable as object)).toEqual(metricNames.filter((name) => name !== 'cpu'));
  });

  it('never loses a byte', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (used) => {
        expect(snapshotOf({ memory: { total: used, used, available: used, usage: 1 } }).memory?.used_bytes).toBe(used);
      }),
    );
  });

  it('holds every key of the schema that its first readers know, on this machine', async () => {
    const document = encodeSnapshot({ sample: await readLive('linux'), alerts: NO_ALERTS });
    const items = { cores: expect.any(Array), disks: expect.any(Array), interfaces: expect.any(Array) };
    expect(document).toMatchObject({
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      cpu: {
        usage_percent: number,
        cores: items.cores,
        load_average: { one_min: number, five_min: number, fifteen_min: number },
      },
      memory: {
        total_bytes: number,
        used_bytes: number,
        available_bytes: number,
        usage_percent: number,
        swap_total_bytes: number,
        swap_used_bytes: number,
      },
      disk: { disks: items.disks, total_read_bytes: number, total_written_bytes: number },
      network: { interfaces: items.interfaces, total_bytes_received: number, total_bytes_transmitted: number },
    });
    const { cpu, disk, network } = document as never as Record<
      'cpu' | 'disk' | 'network',
      Record<string, { hidden?: boolean }[]>
    >;
    expect(cpu.cores?.[0]).toMatchObject({ core_id: number, usage_percent: number });
    expect(disk.disks?.find((one) => !one.hidden)).toMatchObject({
      name: text,
      mount_point: text,
      total_space_bytes: number,
      used_space_bytes: number,
      available_space_bytes: number,
      usage_percent: number,
      file_system: text,
    });
    expect(network.interfaces?.[0]).toMatchObject({
      name: text,
      bytes_received: number,
      bytes_transmitted: number,
      packets_received: number,
      packets_transmitted: number,
      errors_on_received: number,
      errors_on_transmitted: number,
    });
  });
});

const number = expect.any(Number);
const text = expect.any(String);

describe('the formats made of it', () => {
  it('writes one line a document for streams, an indented one for files, and both end with a line end', () => {
    const observed = { sample: sampleAt(0), alerts };
    expect(encodeJsonLine(observed)).toMatch(/^\{.*\}\n$/);
    expect(encodeJson(observed)).toMatch(/^\{\n {2}"schema_version": 1,\n(.*\n)+\}\n$/);
    expect(JSON.parse(encodeJsonLine(observed))).toEqual(JSON.parse(encodeJson(observed)));
    expect(JSON.parse(encodeJson(observed)).timestamp).toBe(new Date(START).toISOString());
  });
});
