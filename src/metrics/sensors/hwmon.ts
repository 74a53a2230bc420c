import type { Door } from '../../platform/door.ts';
import { present } from '../present.ts';
import { nameSensors, type SensorPlace } from './name.ts';
import { coreOf, findProcessors } from './processor.ts';
import { parseLimit, parseSpeed, parseTemperature, readSensor } from './reading.ts';
import type { SensorsReading, TemperatureReading } from './sensors.ts';

const HWMON = '/sys/class/hwmon';

interface HwmonReading extends SensorsReading {
  readonly devices: number;
}

/** A folder of hwmon files: `tempN_input`, `tempN_label`, … */
interface Device {
  readonly id: string;
  readonly folder: string;
  readonly files: readonly string[];
  /** Where it hangs in the device tree: another device may come under the same number. */
  readonly place: string | undefined;
}

interface Sensor extends SensorPlace {
  readonly kind: 'temp' | 'fan';
  readonly input: string;
  /** Tells 1 where nothing is connected, or it is broken. */
  readonly fault?: string;
  readonly facts: Omit<TemperatureReading, 'name' | 'temperature'>;
}

/**
 * Temperatures and fans from /sys/class/hwmon. Names, limits and what belongs to the processor are facts, asked again only
 * when devices or their files come and go (a disk, a core); after that a sensor costs one read.
 */
export function openHwmon(door: Door): () => HwmonReading {
  let layout = '';
  let sensors: readonly Sensor[] = [];
  let names: readonly string[] = [];
  return () => {
    const devices = listDevices(door);
    const found = JSON.stringify(devices);
    if (found !== layout) {
      layout = found;
      sensors = devices.flatMap((device) => describe(door, device));
      names = nameSensors(sensors);
    }
    const temperatures: TemperatureReading[] = [];
    const fans: { name: string; speed: number }[] = [];
    sensors.forEach((sensor, i) => {
      const name = names[i] ?? sensor.label;
      if (sensor.fault !== undefined && Number(readSensor(door, sensor.fault)) === 1) return;
      const text = readSensor(door, sensor.input);
      if (sensor.kind === 'fan') {
        const speed = parseSpeed(text);
        if (speed !== undefined) fans.push({ name, speed });
      } else {
        const temperature = parseTemperature(text);
        if (temperature !== undefined) temperatures.push({ name, temperature, ...sensor.facts });
      }
    });
    return { devices: devices.length, temperatures, fans };
  };
}

const INPUT = /^(temp|fan)(\d+)_input$/;

function listDevices(door: Door): Device[] {
  return (door.list(HWMON) ?? []).map((id) => {
    const folder = `${HWMON}/${id}`;
    const place = door.link(folder);
    const files = door.list(folder) ?? [];
    if (files.some((file) => INPUT.test(file))) return { id, folder, files, place };
    // Drivers of the old layout keep their files with the device itself.
    const older = door.list(`${folder}/device`) ?? [];
    return older.some((file) => INPUT.test(file))
      ? { id, folder: `${folder}/device`, files: older, place }
      : { id, folder, files, place };
  });
}

function describe(door: Door, { id, folder, files }: Device): Sensor[] {
  const read = (file: string) => (files.includes(file) ? readSensor(door, `${folder}/${file}`)?.trim() : undefined);
  const chip = read('name') || id;
  const device = door.link(`${HWMON}/${id}/device`)?.split('/').at(-1) ?? id;
  const inputs = files.flatMap((file) => {
    const [, kind, number] = INPUT.exec(file) ?? [];
    return kind === 'temp' || kind === 'fan' ? [{ kind, number: Number(number) } as const] : [];
  });
  const labelled = inputs
    .sort((a, b) => a.number - b.number)
    .map((input) => {
      const channel = `${input.kind}${input.number}`;
      return { ...input, channel, label: read(`${channel}_label`) || channel };
    });
  const processors = findProcessors(
    chip,
    labelled.filter(({ kind }) => kind === 'temp').map(({ label }) => label),
  );
  return labelled.map(({ kind, channel, label }) => ({
    kind,
    chip,
    device,
    channel,
    label,
    input: `${folder}/${channel}_input`,
    ...(files.includes(`${channel}_fault`) && { fault: `${folder}/${channel}_fault` }),
    facts: present({
      high: parseLimit(read(`${channel}_max`)),
      critical: parseLimit(read(`${channel}_crit`)),
      cpu: kind === 'temp' && processors.has(label) ? (true as const) : undefined,
      core: coreOf(label),
    }),
  }));
}
