import { describe, expect, it, test } from 'vitest';
import type { Alert } from '../../src/alerts/alert.ts';
import { parseRule } from '../../src/alerts/rule.ts';
import { formatAlert } from '../../src/alerts/text.ts';
import { START } from '../harness/sample.ts';

function alertOf(rule: string, value: number, facts: Partial<Alert> = {}): Alert {
  return { rule: parseRule(rule), severity: 'warning', since: START, length: 0, value, peak: value, ...facts };
}

describe('an alert', () => {
  test.each<[string, Alert]>([
    ['CPU 96.1% for 42 s (over 80%)', alertOf('cpu.usage > 80% for 10s', 0.961, { length: 42 })],
    ['/home 93.4% full (over 90%)', alertOf('filesystem.usage > 90%', 0.934, { item: '/home' })],
    ['/home 93.4% full for 5 m 2 s (over 90%)', alertOf('filesystem.usage > 90%', 0.934, { item: '/home', length: 302.4 })],
    ['memory 88.0% for 9 s (over 85%)', alertOf('memory.usage > 85%', 0.88, { length: 9.99 })],
    ['memory 97.0% of the limit (over 92.5%)', alertOf('memory.limit.usage > 92.5%', 0.97)],
    ['memory available 312 MiB for 1 m (under 1 GiB)', alertOf('memory.available < 1G', 312 * 2 ** 20, { length: 60 })],
    ['swap 50.0% (over 20%)', alertOf('memory.swap.usage > 20%', 0.5)],
    ['load 9.25 for 1 m 5 s (over 8)', alertOf('cpu.load.one > 8', 9.25, { length: 65 })],
    ['CPU core 3 99.0% (over 90%)', alertOf('cpu.cores.usage > 90%', 0.99, { item: '3' })],
    ['CPU tasks running 40 (over 20)', alertOf('cpu.tasks_running > 20', 40)],
    [
      'eth0 receive rate 120 MiB/s (over 95.4 MiB/s)',
      alertOf('network.interfaces.receive_rate > 100MB', 120 * 2 ** 20, { item: 'eth0' }),
    ],
    ['eth0 receive errors 12 (over 10)', alertOf('network.interfaces.receive_errors > 10', 12, { item: 'eth0' })],
    ['sda read operation rate 1.50k/s (over 1k/s)', alertOf('disk.devices.read_operation_rate > 1k', 1500, { item: 'sda' })],
    [
      'coretemp Package id 0 91°C (over 90°C)',
      alertOf('sensors.temperatures.temperature > 90', 91, { item: 'coretemp Package id 0' }),
    ],
    [
      'CPU 96.0% for 42 s (over 80%): ffmpeg (4211) 87.0%',
      alertOf('cpu.usage > 80% for 10s', 0.96, { length: 42, culprit: { name: 'ffmpeg', pid: 4211, share: 0.87 } }),
    ],
    ['/{value} 91.0% full (over 90%)', alertOf('filesystem.usage > 90%', 0.91, { item: '/{value}' })],
  ])('that fires reads %s', (text, alert) => {
    expect(formatAlert(alert)).toBe(text);
  });

  test.each<[string, Alert]>([
    ['CPU 79.0% after 42 s over 80%', alertOf('cpu.usage > 80%', 0.79, { length: 42 })],
    [
      'CPU 79.0% after 42 s over 80%: {value} (7) 320%',
      alertOf('cpu.usage > 80%', 0.79, { length: 42, culprit: { name: '{value}', pid: 7, share: 3.2 } }),
    ],
    ['memory available 1.10 GiB after 1 m under 1 GiB', alertOf('memory.available < 1G', 1.1 * 2 ** 30, { length: 60 })],
  ])('that fires, though the value is not past the threshold just now, reads %s', (text, alert) => {
    expect(formatAlert(alert)).toBe(text);
  });

  test.each<[string, Alert]>([
    ['CPU up to 97.3% for 42 s (over 80%)', alertOf('cpu.usage > 80%', 0.5, { peak: 0.973, length: 42, ended: START + 42_000 })],
    [
      'memory available down to 100 MiB for 1 m (under 500 MiB)',
      alertOf('memory.available < 500M', 2 ** 30, { peak: 100 * 2 ** 20, length: 60, ended: START + 60_000 }),
    ],
  ])('that is over reads %s', (text, alert) => {
    expect(formatAlert(alert)).toBe(text);
  });

  it('speaks in the units that people chose', () => {
    const units = { networkUnit: 'bits', temperatureUnit: 'fahrenheit' } as const;
    const link = alertOf('network.receive_rate > 100MB', 125e6);
    expect(formatAlert(link, units)).toBe('network receive rate 1.00 Gb/s (over 800 Mb/s)');
    expect(formatAlert(alertOf('disk.read_rate > 100MiB', 2 ** 30), units)).toBe('disk read rate 1.00 GiB/s (over 100 MiB/s)');
    expect(formatAlert(alertOf('sensors.cpu_temperature > 90', 95), units)).toBe('sensors cpu temperature 203°F (over 194°F)');
  });
});
