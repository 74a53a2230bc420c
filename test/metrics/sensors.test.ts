import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { System } from '../../src/metrics/metric.ts';
import { known } from '../../src/metrics/outcome.ts';
import { readSensors } from '../../src/metrics/sensors/linux.ts';
import { parseCpuTemperature, readPortableSensors } from '../../src/metrics/sensors/portable.ts';
import { type SensorsReading, sensors } from '../../src/metrics/sensors/sensors.ts';
import { createDoor, type Door } from '../../src/platform/door.ts';
import { createFakeClock } from '../harness/fake-clock.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

const hwmon = '/sys/class/hwmon';

describe('hwmon', () => {
  it('names a sensor by chip and label and reads its limits', () => {
    const { temperatures } = read({
      [`${hwmon}/hwmon2/name`]: 'coretemp\n',
      [`${hwmon}/hwmon2/temp1_input`]: '52000\n',
      [`${hwmon}/hwmon2/temp1_label`]: 'Package id 0\n',
      [`${hwmon}/hwmon2/temp1_max`]: '84000\n',
      [`${hwmon}/hwmon2/temp1_crit`]: '100000\n',
      [`${hwmon}/hwmon2/temp6_input`]: '49500\n',
      [`${hwmon}/hwmon2/temp6_label`]: 'Core 4\n',
    });
    expect(temperatures).toEqual([
      { name: 'coretemp Package id 0', temperature: 52, high: 84, critical: 100, cpu: true },
      { name: 'coretemp Core 4', temperature: 49.5, core: 4 },
    ]);
  });

  it('names a sensor without label by its channel, in the order of the numbers', () => {
    const { temperatures } = read({
      [`${hwmon}/hwmon0/name`]: 'acpitz\n',
      [`${hwmon}/hwmon0/temp10_input`]: '30000\n',
      [`${hwmon}/hwmon0/temp2_input`]: '27800\n',
    });
    expect(temperatures).toEqual([
      { name: 'acpitz temp2', temperature: 27.8 },
      { name: 'acpitz temp10', temperature: 30 },
    ]);
  });

  it('tells two disks of one kind apart by their device, whatever their hwmon numbers', () => {
    const disk = (id: string, device: string, temperature: string): Tree => ({
      [`${hwmon}/${id}/name`]: 'nvme\n',
      [`${hwmon}/${id}/device`]: { link: `../../${device}` },
      [`${hwmon}/${id}/temp1_input`]: temperature,
      [`${hwmon}/${id}/temp1_label`]: 'Composite\n',
    });
    const one = read({ ...disk('hwmon0', 'nvme0', '38850\n'), ...disk('hwmon1', 'nvme1', '41850\n') });
    const other = read({ ...disk('hwmon7', 'nvme0', '38850\n'), ...disk('hwmon3', 'nvme1', '41850\n') });
    expect(one.temperatures).toEqual([
      { name: 'nvme Composite (nvme0)', temperature: 38.85 },
      { name: 'nvme Composite (nvme1)', temperature: 41.85 },
    ]);
    expect(byName(other)).toEqual(byName(one));
    expect(read(disk('hwmon0', 'nvme0', '38850\n')).temperatures[0]?.name).toBe('nvme Composite');
  });

  it('tells two sensors of one label on one device apart by their channel', () => {
    const { temperatures } = read({
      [`${hwmon}/hwmon0/name`]: 'nct6775\n',
      [`${hwmon}/hwmon0/temp1_input`]: '30000\n',
      [`${hwmon}/hwmon0/temp1_label`]: 'AUX\n',
      [`${hwmon}/hwmon0/temp2_input`]: '31000\n',
      [`${hwmon}/hwmon0/temp2_label`]: 'AUX\n',
    });
    expect(temperatures.map(({ name }) => name)).toEqual(['nct6775 AUX (hwmon0 temp1)', 'nct6775 AUX (hwmon0 temp2)']);
  });

  it('reads fans, one that stands still too, but none that is not there', () => {
    const { fans } = read({
      [`${hwmon}/hwmon4/name`]: 'thinkpad\n',
      [`${hwmon}/hwmon4/fan1_input`]: '2861\n',
      [`${hwmon}/hwmon4/fan2_input`]: '65535\n',
      [`${hwmon}/hwmon4/fan3_input`]: '0\n',
      [`${hwmon}/hwmon4/fan3_label`]: 'Rear\n',
    });
    expect(fans).toEqual([
      { name: 'thinkpad fan1', speed: 2861 },
      { name: 'thinkpad Rear', speed: 0 },
    ]);
  });

  it('reads drivers of the older layout, whose files are with the device', () => {
    const { temperatures } = read({
      [`${hwmon}/hwmon0/device/name`]: 'w83627ehf\n',
      [`${hwmon}/hwmon0/device/temp1_input`]: '41000\n',
      [`${hwmon}/hwmon0/uevent`]: '',
    });
    expect(temperatures).toEqual([{ name: 'w83627ehf temp1', temperature: 41 }]);
  });

  it.each([
    ['Tdie before Tctl, which has an offset', 'k10temp', ['Tctl', 'Tdie', 'Tccd1'], ['k10temp Tdie']],
    ['Tctl where there is no Tdie', 'k10temp', ['Tctl', 'Tccd1'], ['k10temp Tctl']],
    ['Tdie of zenpower', 'zenpower', ['Tdie', 'Tctl'], ['zenpower Tdie']],
    ['what a small board calls it', 'cpu_thermal', ['temp1'], ['cpu_thermal temp1']],
    ['nothing of a graphics card', 'amdgpu', ['edge', 'junction'], []],
  ])("takes for the processor's temperature %s", (_, chip, labels, expected) => {
    const files = labels.flatMap((label, i) => [
      [`${hwmon}/hwmon0/temp${i + 1}_input`, `${40 + i}000\n`] as const,
      [`${hwmon}/hwmon0/temp${i + 1}_label`, `${label}\n`] as const,
    ]);
    const { temperatures } = read({ [`${hwmon}/hwmon0/name`]: `${chip}\n`, ...Object.fromEntries(files) });
    expect(temperatures.filter(({ cpu }) => cpu).map(({ name }) => name)).toEqual(expected);
  });

  it('leaves out sensors that give nonsense or say that they are broken, and limits that mean none', () => {
    const { temperatures } = read({
      [`${hwmon}/hwmon0/name`]: 'nct6798\n',
      [`${hwmon}/hwmon0/temp1_input`]: '-62000\n',
      [`${hwmon}/hwmon0/temp2_input`]: '255500\n',
      [`${hwmon}/hwmon0/temp3_input`]: '\n',
      [`${hwmon}/hwmon0/temp4_input`]: '45000\n',
      [`${hwmon}/hwmon0/temp4_fault`]: '1\n',
      [`${hwmon}/hwmon0/temp5_input`]: '-5000\n',
      [`${hwmon}/hwmon0/temp5_fault`]: '0\n',
      [`${hwmon}/hwmon0/temp5_max`]: '65261850\n',
      [`${hwmon}/hwmon0/temp5_crit`]: '0\n',
    });
    expect(temperatures).toEqual([{ name: 'nct6798 temp5', temperature: -5 }]);
  });

  it.each([
    ['EIO', '/proc/self/mem'],
    ['a code that is no "nothing there"', '/proc'],
  ])('leaves out a sensor whose file answers %s and keeps the rest', (_, refusing) => {
    const { temperatures } = read({
      [`${hwmon}/hwmon0/name`]: 'iwlwifi_1\n',
      [`${hwmon}/hwmon0/temp1_input`]: { link: refusing },
      [`${hwmon}/hwmon1/name`]: 'acpitz\n',
      [`${hwmon}/hwmon1/temp1_input`]: '27800\n',
    });
    expect(temperatures).toEqual([{ name: 'acpitz temp1', temperature: 27.8 }]);
  });

  it('follows a device that comes and one that goes', () => {
    const root = writeTree({ [`${hwmon}/hwmon0/name`]: 'acpitz\n', [`${hwmon}/hwmon0/temp1_input`]: '27800\n' });
    const later = writeTree({ [`${hwmon}/hwmon1/name`]: 'drivetemp\n', [`${hwmon}/hwmon1/temp1_input`]: '33000\n' });
    let current = createDoor(root);
    const next = open(through(() => current));
    expect(readingOf(next()).temperatures.map(({ name }) => name)).toEqual(['acpitz temp1']);
    current = createDoor(later);
    expect(readingOf(next()).temperatures.map(({ name }) => name)).toEqual(['drivetemp temp1']);
    rmSync(path.join(later, 'sys'), { recursive: true });
    expect(next().state).toBe('unavailable');
  });

  it('reads the labels and limits of a device once, its temperature every time', () => {
    const root = writeTree({
      [`${hwmon}/hwmon0/name`]: 'acpitz\n',
      [`${hwmon}/hwmon0/temp1_input`]: '27800\n',
      [`${hwmon}/hwmon0/temp1_crit`]: '119000\n',
    });
    const asked: string[] = [];
    const door = createDoor(root);
    const next = open({
      ...door,
      read(file) {
        asked.push(path.basename(file));
        return door.read(file);
      },
    });
    next();
    next();
    expect(asked.filter((file) => file === 'temp1_crit')).toHaveLength(1);
    expect(asked.filter((file) => file === 'temp1_input')).toHaveLength(2);
  });
});

describe('thermal zones', () => {
  const zones: Tree = {
    '/sys/class/thermal/thermal_zone0/type': 'acpitz\n',
    '/sys/class/thermal/thermal_zone0/temp': '27800\n',
    '/sys/class/thermal/thermal_zone1/type': 'acpitz\n',
    '/sys/class/thermal/thermal_zone1/temp': '29800\n',
    '/sys/class/thermal/thermal_zone2/type': 'x86_pkg_temp\n',
    '/sys/class/thermal/thermal_zone2/temp': '51000\n',
    '/sys/class/thermal/thermal_zone2/trip_point_0_type': 'passive\n',
    '/sys/class/thermal/thermal_zone2/trip_point_0_temp': '95000\n',
    '/sys/class/thermal/thermal_zone2/trip_point_1_type': 'critical\n',
    '/sys/class/thermal/thermal_zone2/trip_point_1_temp': '105000\n',
    '/sys/class/thermal/cooling_device0/type': 'Processor\n',
  };

  it('stand in where hwmon tells no temperature, but keep its fans', () => {
    const reading = read({ ...zones, [`${hwmon}/hwmon0/name`]: 'dell_smm\n', [`${hwmon}/hwmon0/fan1_input`]: '1200\n' });
    expect(reading).toEqual({
      temperatures: [
        { name: 'acpitz (thermal_zone0)', temperature: 27.8 },
        { name: 'acpitz (thermal_zone1)', temperature: 29.8 },
        { name: 'x86_pkg_temp', temperature: 51, critical: 105, cpu: true },
      ],
      fans: [{ name: 'dell_smm fan1', speed: 1200 }],
    });
  });

  it('are not asked where hwmon tells temperatures', () => {
    const reading = read({ ...zones, [`${hwmon}/hwmon0/name`]: 'cpu_thermal\n', [`${hwmon}/hwmon0/temp1_input`]: '44000\n' });
    expect(reading.temperatures.map(({ name }) => name)).toEqual(['cpu_thermal temp1']);
  });
});

describe('a machine without sensors', () => {
  it('says so, and what would help', () => {
    const outcome = open(createDoor(writeTree({})))();
    expect(outcome).toMatchObject({ state: 'unavailable', reason: expect.stringContaining('virtual machine') });
    expect(outcome).toHaveProperty('remedy', expect.stringContaining('modprobe'));
  });

  it('is told from one whose sensors do not answer', () => {
    const outcome = open(createDoor(writeTree({ [`${hwmon}/hwmon0/name`]: 'acpitz\n' })))();
    expect(outcome).toMatchObject({ state: 'unavailable', reason: expect.stringContaining('answers') });
  });
});

describe('the temperature of the processor', () => {
  const core = (number: number, temperature: number) => ({ name: `coretemp Core ${number}`, temperature, core: number });
  const derive = (temperatures: SensorsReading['temperatures']) => sensors.derive({ temperatures, fans: [] }, undefined, 0);

  it('is that of the hottest package', () => {
    const packages = [40, 60].map((temperature, i) => ({ name: `coretemp Package id ${i}`, temperature, cpu: true as const }));
    expect(derive([...packages, core(0, 70)]).cpuTemperature).toBe(60);
  });

  it('is that of the hottest core where no package is told', () => {
    expect(derive([core(0, 48), core(1, 53)]).cpuTemperature).toBe(53);
  });

  it('is absent where neither is told', () => {
    expect(derive([{ name: 'nvme Composite', temperature: 38 }])).not.toHaveProperty('cpuTemperature');
  });
});

describe('the portable reader', () => {
  it('gives the same shape or says why not, on the machine at hand', async () => {
    const outcome = await readPortableSensors.open(system(createDoor()))();
    if (outcome.state === 'ok') expect(outcome.value.temperatures.length).toBeGreaterThan(0);
    else expect(outcome).toMatchObject({ state: 'unavailable', reason: expect.stringContaining('temperature') });
  });

  it('takes null and 0 for unknown', () => {
    expect(parseCpuTemperature({ main: null, chipset: 0 })).toEqual([]);
    expect(parseCpuTemperature({ main: 51.5, chipset: 40 })).toEqual([
      { name: 'CPU', temperature: 51.5, cpu: true },
      { name: 'Chipset', temperature: 40 },
    ]);
  });
});

function system(door: Door): System {
  return { door, clock: createFakeClock(), local: false };
}

/** The Linux reader, which answers at once. */
function open(door: Door) {
  const next = readSensors.open(system(door));
  return () => {
    const outcome = next();
    if (outcome instanceof Promise) throw new Error('the reader should not wait');
    return outcome;
  };
}

function read(files: Tree): SensorsReading {
  return readingOf(open(createDoor(writeTree(files)))());
}

function readingOf(outcome: ReturnType<ReturnType<typeof open>>): SensorsReading {
  const value = known(outcome);
  if (value === undefined) throw new Error(JSON.stringify(outcome));
  return value;
}

function byName({ temperatures }: SensorsReading) {
  return Object.fromEntries(temperatures.map(({ name, temperature }) => [name, temperature]));
}

function through(current: () => Door): Door {
  return {
    ...current(),
    read: (file) => current().read(file),
    list: (file) => current().list(file),
    link: (file) => current().link(file),
  };
}
