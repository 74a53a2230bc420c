import { metric } from '../metric.ts';
import * as shape from '../shape.ts';

export interface HostReading {
  readonly name: string;
  readonly os: string;
  readonly kernel: string;
  readonly architecture?: string;
  readonly virtualization?: string;
  readonly container?: string;
  readonly bootTime?: number;
  readonly uptime?: number;
}

export const host = metric({
  title: 'Host',
  document: ['host'],
  shape: shape.group({
    name: shape.text('Host name', { from: '/proc/sys/kernel/hostname' }),
    os: shape.text('Operating system and version', { from: '/etc/os-release, os-release(5)', formula: 'PRETTY_NAME' }),
    kernel: shape.text('Kernel and release', { from: '/proc/sys/kernel/ostype and osrelease' }),
    architecture: shape.optional(shape.text('Architecture of the machine', { from: '/proc/sys/kernel/arch, else uname(2)' })),
    virtualization: shape.optional(
      shape.text('Hypervisor it runs under', { from: '/sys/class/dmi/id, /sys/hypervisor, /proc/cpuinfo' }),
    ),
    container: shape.optional(
      shape.text('Container engine it runs in', {
        from: '/run/systemd/container, /.dockerenv, /run/.containerenv, /proc/1/cgroup',
      }),
    ),
    bootTime: shape.optional(shape.time('When it was started', { from: '/proc/stat', formula: 'btime' })),
    uptime: shape.optional(shape.seconds('Time since it was started', { from: '/proc/uptime, proc_uptime(5)' })),
  }),
  derive: (now: HostReading) => now,
});
