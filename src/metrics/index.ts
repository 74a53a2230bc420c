import { battery } from './battery/battery.ts';
import { readBattery } from './battery/linux.ts';
import { readPortableBattery } from './battery/portable.ts';
import { cpu } from './cpu/cpu.ts';
import { readCpu } from './cpu/linux.ts';
import { readPortableCpu } from './cpu/portable.ts';
import { disk } from './disk/disk.ts';
import { readDisk } from './disk/linux.ts';
import { readPortableDisk } from './disk/portable.ts';
import { filesystem } from './filesystem/filesystem.ts';
import { readFilesystem } from './filesystem/linux.ts';
import { readPortableFilesystem } from './filesystem/portable.ts';
import { host } from './host/host.ts';
import { readHost } from './host/linux.ts';
import { readPortableHost } from './host/portable.ts';
import { readMemory } from './memory/linux.ts';
import { memory } from './memory/memory.ts';
import { readPortableMemory } from './memory/portable.ts';
import { type Measured, measured } from './metric.ts';
import { readNetwork } from './network/linux.ts';
import { network } from './network/network.ts';
import { readPortableNetwork } from './network/portable.ts';
import { readPressure } from './pressure/linux.ts';
import { pressure } from './pressure/pressure.ts';
import { readProcess } from './process/linux.ts';
import { readPortableProcess } from './process/portable.ts';
import { process } from './process/process.ts';
import { readSelf } from './self/node.ts';
import { self } from './self/self.ts';
import { readSensors } from './sensors/linux.ts';
import { readPortableSensors } from './sensors/portable.ts';
import { sensors } from './sensors/sensors.ts';
import type { ShapeOf } from './shape.ts';

/** Every metric, in the order that people see: the one list that a new metric joins. */
export const metrics = {
  cpu: measured(cpu, { linux: readCpu, portable: readPortableCpu }),
  memory: measured(memory, { linux: readMemory, portable: readPortableMemory }),
  pressure: measured(pressure, { linux: readPressure }),
  filesystem: measured(filesystem, { linux: readFilesystem, portable: readPortableFilesystem }),
  disk: measured(disk, { linux: readDisk, portable: readPortableDisk }),
  network: measured(network, { linux: readNetwork, portable: readPortableNetwork }),
  sensors: measured(sensors, { linux: readSensors, portable: readPortableSensors }),
  battery: measured(battery, { linux: readBattery, portable: readPortableBattery }),
  host: measured(host, { linux: readHost, portable: readPortableHost }),
  process: measured(process, { linux: readProcess, portable: readPortableProcess }),
  self: measured(self, { linux: readSelf, portable: readSelf }),
} as const;

export type Metrics = typeof metrics;
export type MetricName = keyof Metrics;
export type ReadingOf<K extends MetricName> = Metrics[K] extends Measured<infer R, infer _> ? R : never;
export type ValueOf<K extends MetricName> = ShapeOf<Metrics[K]['shape']>;

export const metricNames = Object.keys(metrics) as MetricName[];
