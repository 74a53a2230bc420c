import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ALERTS } from '../../src/alerts/alert.ts';
import { formats } from '../../src/exporters/index.ts';
import { formatHost } from '../../src/exporters/text/host.ts';
import { unavailable } from '../../src/metrics/outcome.ts';
import { cellWidth } from '../../src/units/cells.ts';
import { anySample } from '../harness/arbitrary.ts';
import { filesystemOf, sampleAt } from '../harness/sample.ts';
import { alerts, busy } from './busy.ts';

const linesOf = (contents: Parameters<typeof sampleAt>[1]) =>
  formats.text({ sample: sampleAt(0, contents), alerts: NO_ALERTS }).split('\n');

describe('the text summary', () => {
  it('is one block a sample', () => {
    expect(formats.text({ sample: busy, alerts })).toBe(`\
2026-01-01 00:01:30+00:00  web-1  up 3 d  over 1 s
CPU         23.5%  user 15.0%  system  8.5%  iowait  1.2%  steal  0.0%  load 0.42 1.50 12.3
Limit              1.5 of 2 cores (control group)
Memory      75.0%  used 3.00 GiB of 4.00 GiB, available 1.00 GiB, cached 512 MiB
Limit       50.0%  used 512 MiB of 1.00 GiB (control group)
Swap        12.5%  used 256 MiB of 2.00 GiB, in 4.00 KiB/s, out 0 B/s
Pressure           cpu 1.3%  io 50.0%  (time that some task waited, over 10 s)
Filesystem  94.6%  used  226 GiB of  252 GiB  / (ext4)
Filesystem      –  /mnt/日本: does not answer
Disk        30.4%  read 1.25 MiB/s  write      0 B/s  vda
Network            down 1.25 MiB/s  up    10.0 KiB/s  eth0
Processes      96  cpu ff�[31mmpeg (4211) 188%
Processes          memory ff�[31mmpeg (4211) 25.0%
Temperature        CPU 61°C  coretemp Package id 0 61°C  nvme Composite 39°C
CRITICAL           / 94.6% full for 1 m (over 90%)

`);
  });

  it('shows rates and temperatures in the units that people choose', () => {
    const text = formats.text({ sample: busy, alerts }, { networkUnit: 'bits', temperatureUnit: 'fahrenheit' });
    expect(text).toContain('Network            down  10.5 Mb/s  up     81.9 kb/s  eth0\n');
    expect(text).toContain('Temperature        CPU 142°F');
    expect(text).toContain('read 1.25 MiB/s');
  });

  it('shows a dash with the reason where there is no value, and nothing of a battery that is not there', () => {
    expect(linesOf({ pressure: unavailable('the kernel keeps no account of it', 'boot with psi=1') })).toEqual([
      '2026-01-01 00:00:00+00:00  over 1 s',
      'CPU             –  not in this test',
      'Memory          –  not in this test',
      'Pressure        –  the kernel keeps no account of it',
      'Filesystem      –  not in this test',
      'Disk            –  not in this test',
      'Network         –  not in this test',
      'Processes       –  not in this test',
      'Temperature     –  not in this test',
      '',
      '',
    ]);
  });

  it('shows dashes for rates that are not known yet', () => {
    const lines = linesOf({
      cpu: { cores: [] },
      disk: { devices: [{ name: 'sda' }] },
      network: { interfaces: [{ name: 'eth0', counted: true }] },
    });
    expect(lines).toContain('CPU             –');
    expect(lines).toContain('Disk            –  read          –  write          –  sda');
    expect(lines).toContain('Network            down          –  up             –  eth0');
  });

  it('says how long a gap was', () => {
    expect(linesOf({ gap: 4320 })[0]).toBe('2026-01-01 00:00:00+00:00  after a gap of 1 h 12 m');
  });

  it('lists the fullest of many filesystems, in their own order, and counts the others', () => {
    const filesystem = Array.from({ length: 40 }, (_, i) => filesystemOf(`/data${i}`, i === 7 ? 0.99 : i / 100));
    const lines = linesOf({ filesystem }).filter((line) => line.startsWith('Filesystem'));
    expect(lines.map((line) => line.split(' ').at(-2))).toEqual([
      '/data7',
      '/data35',
      '/data36',
      '/data37',
      '/data38',
      '/data39',
      '34',
    ]);
  });

  it('lets no name from the system move the cursor', () => {
    const [, , , , line] = linesOf({ filesystem: [filesystemOf('/a\n\u001b[2J', 0.5)] });
    expect(line).toBe('Filesystem  50.0%  used 50.0 GiB of  100 GiB  /a��[2J (ext4)');
  });

  it('keeps every line within 100 columns, whatever the system says', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        for (const line of `${formats.text({ sample, alerts })}${formatHost(sample)}`.split('\n')) {
          expect(cellWidth(line), line).toBeLessThanOrEqual(100);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});

describe('the facts of the host', () => {
  it('stand on a line each', () => {
    expect(formatHost(busy)).toBe(`\
Host        web-1
System      Debian GNU/Linux 12 (bookworm)
Kernel      Linux 6.1.0-13-amd64 x86_64
Virtualised KVM
Started     2025-12-29 00:00:00+00:00
Processor   AMD EPYC, 2 cores, 2.60 GHz
Memory      4.00 GiB
`);
  });
});
