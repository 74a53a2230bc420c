import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDoctor } from '../../src/exporters/doctor.ts';
import { failed, unavailable } from '../../src/metrics/outcome.ts';
import { cellWidth } from '../../src/units/cells.ts';
import { anySample } from '../harness/arbitrary.ts';
import { interfaceOf, sampleAt } from '../harness/sample.ts';
import { busy } from './busy.ts';

function linesAbout(metric: string, text: string): readonly string[] {
  const lines = text.trimEnd().split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${metric} `));
  const length = lines.slice(start + 1).findIndex((line) => !line.startsWith(' '));
  return lines.slice(start, length < 0 ? undefined : start + 1 + length);
}

describe('the examination', () => {
  it('says of every metric whether it is available, and if not, why and what would help', () => {
    const text = formatDoctor(
      sampleAt(0, {
        pressure: unavailable('the kernel keeps no account of how long tasks wait', 'boot with psi=1 on the kernel command line'),
        memory: failed("EACCES: permission denied, open '/proc/meminfo'"),
      }),
    );
    expect(linesAbout('METRIC', text)).toEqual(['METRIC      STATE        WHAT IT IS, OR WHY NOT AND WHAT WOULD MAKE IT SO']);
    expect(linesAbout('memory', text)).toEqual(["memory      failed       EACCES: permission denied, open '/proc/meminfo'"]);
    expect(linesAbout('pressure', text)).toEqual([
      'pressure    unavailable  the kernel keeps no account of how long tasks wait;',
      '                         boot with psi=1 on the kernel command line',
    ]);
    expect(linesAbout('host', text)).toEqual(['host        unavailable  not in this test']);
  });

  it('names the quantities that an available metric lacks, and where they would come from', () => {
    const { frequency: _, ...value } = (busy.cpu as { value: object }).value as Record<string, never>;
    const cores = [
      { id: 0, online: true, frequency: 1e9 },
      { id: 1, online: true },
    ];
    const shares = { usage: 0, user: 0, nice: 0, system: 0, iowait: 0, irq: 0, softirq: 0, steal: 0, guest: 0 };
    const cpu = { ...value, cores: cores.map((core) => ({ ...shares, ...core })) };
    expect(linesAbout('cpu', formatDoctor(sampleAt(0, { cpu })))).toEqual([
      'cpu         available    CPU',
      '    without cores.frequency: only 1 of 2 have it from',
      '      /sys/devices/system/cpu/cpuN/cpufreq/scaling_cur_freq, else /proc/cpuinfo',
      '    without frequency: no value from the cores',
    ]);
  });

  it('says that there are none where a list is empty, and nothing of facts that may well not be so', () => {
    const sensors = { cpuTemperature: 50, temperatures: [{ name: 'a', temperature: 50, high: 80, critical: 90 }], fans: [] };
    const host = { name: 'a', os: 'b', kernel: 'c', architecture: 'd', uptime: 1 };
    const text = formatDoctor(sampleAt(0, { sensors, host, battery: [] }));
    expect(linesAbout('sensors', text).slice(0, 2)).toEqual(['sensors     available    Sensors', '    without fans: none found']);
    expect(linesAbout('battery', text)).toEqual(['battery     available    Battery', '    without entries: none found']);
    expect(linesAbout('host', text)).toEqual(['host        available    Host']);
  });

  it('joins what is missing for one reason', () => {
    const lines = linesAbout('network', formatDoctor(sampleAt(0, { network: { interfaces: [interfaceOf('eth0', 1)] } })));
    expect(lines[1]).toBe('    without received, sent, receive_rate, send_rate, interfaces.received,');
  });

  it('stays within 80 columns, whatever the system says', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        for (const line of formatDoctor(sample).split('\n')) {
          expect(cellWidth(line), line).toBeLessThanOrEqual(80);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
      }),
    );
  });
});
