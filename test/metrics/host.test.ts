import { readFileSync } from 'node:fs';
import os from 'node:os';
import { describe, expect, it } from 'vitest';
import type { HostReading } from '../../src/metrics/host/host.ts';
import { parseOsRelease, readHost } from '../../src/metrics/host/linux.ts';
import { readPortableHost } from '../../src/metrics/host/portable.ts';
import { hypervisorOf } from '../../src/metrics/host/virtualization.ts';
import { known, type Outcome } from '../../src/metrics/outcome.ts';
import { createDoor } from '../../src/platform/door.ts';
import { createFakeClock } from '../harness/fake-clock.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

const MACHINE: Tree = {
  '/proc/sys/kernel/hostname': 'atlas\n',
  '/proc/sys/kernel/ostype': 'Linux\n',
  '/proc/sys/kernel/osrelease': '6.1.0-28-amd64\n',
  '/proc/sys/kernel/arch': 'x86_64\n',
  '/proc/stat': 'cpu  1 2 3 4\nbtime 1795356000\nprocesses 42\n',
  '/proc/uptime': '350735.47 234388.90\n',
  '/proc/1/cgroup': '0::/init.scope\n',
  '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu vme de pse\n',
  '/etc/os-release': 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nID=debian\n',
};

function open(files: Tree, local = false) {
  return readHost.open({ door: createDoor(writeTree(files)), clock: createFakeClock(), local });
}

async function read(files: Tree): Promise<HostReading> {
  return readingOf(await open(files)());
}

function readingOf(outcome: Outcome<HostReading>): HostReading {
  const reading = known(outcome);
  if (reading === undefined) throw new Error(JSON.stringify(outcome));
  return reading;
}

describe('the Linux reader', () => {
  it('reads everything through the door', async () => {
    expect(await read(MACHINE)).toEqual({
      name: 'atlas',
      os: 'Debian GNU/Linux 12 (bookworm)',
      kernel: 'Linux 6.1.0-28-amd64',
      architecture: 'x86_64',
      bootTime: 1795356000_000,
      uptime: 350735.47,
    });
  });

  it('takes the name from /etc and the system from /usr/lib where they are not at their first place', async () => {
    const { '/etc/os-release': release = '', '/proc/sys/kernel/hostname': name = '', ...rest } = MACHINE;
    const reading = await read({ ...rest, '/usr/lib/os-release': release, '/etc/hostname': name });
    expect(reading).toMatchObject({ name: 'atlas', os: 'Debian GNU/Linux 12 (bookworm)' });
  });

  it('leaves absent what a foreign system does not tell, and never asks its own instead', async () => {
    expect(await read({ '/proc/sys/kernel/hostname': 'atlas\n' })).toEqual({ name: 'atlas', os: 'Linux', kernel: 'Linux' });
  });

  it('asks Node for the architecture of its own system, whose kernel may be too old to tell', async () => {
    const { '/proc/sys/kernel/arch': _, ...older } = MACHINE;
    expect(await open(older, true)()).toMatchObject({ value: { architecture: os.machine() } });
  });

  it('reads the uptime each time, the rest once', async () => {
    const asked: string[] = [];
    const door = createDoor(writeTree(MACHINE));
    const next = readHost.open({
      door: {
        ...door,
        read(file) {
          asked.push(file);
          return door.read(file);
        },
      },
      clock: createFakeClock(),
      local: false,
    });
    await next();
    asked.length = 0;
    await next();
    expect(asked).toEqual(['/proc/uptime']);
  });

  it('says what is missing where there is no /proc', async () => {
    expect(await open({})()).toMatchObject({ state: 'unavailable', remedy: 'mount /proc' });
  });

  it('agrees with the machine at hand', async () => {
    const reading = readingOf(await readHost.open({ door: createDoor(), clock: createFakeClock(), local: true })());
    expect(reading).toMatchObject({ name: os.hostname(), kernel: `${os.type()} ${os.release()}`, architecture: os.machine() });
    expect(reading.uptime).toBeCloseTo(Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]), 0);
  });
});

describe('os-release', () => {
  it.each([
    ['double quotes', 'PRETTY_NAME="Fedora Linux 41 (Server Edition)"\n', 'Fedora Linux 41 (Server Edition)'],
    ['single quotes', "PRETTY_NAME='Alpine Linux v3.20'\n", 'Alpine Linux v3.20'],
    ['no quotes', 'PRETTY_NAME=NixOS\n', 'NixOS'],
    ['escapes', 'PRETTY_NAME="The \\"Best\\" \\$ystem"\n', 'The "Best" $ystem'],
    ['no pretty name', 'NAME="Arch Linux"\nID=arch\n', 'Arch Linux'],
    ['comments and a version', '# a comment\nNAME=Slackware\nVERSION="15.0"\n', 'Slackware 15.0'],
    ['nothing', '', undefined],
  ])('is read with %s', (_, text, expected) => {
    expect(parseOsRelease(text)).toBe(expected);
  });
});

describe('the hypervisor', () => {
  it.each([
    ['Amazon EC2', 'm5.large', 'Amazon EC2'],
    ['Amazon EC2', 'i3.metal', undefined],
    ['Microsoft Corporation', 'Virtual Machine', 'Hyper-V'],
    ['Microsoft Corporation', 'Surface Laptop 5', undefined],
    ['Google', 'Google Compute Engine', 'Google Compute Engine'],
    ['Google', 'Kled', undefined],
    ['VMware, Inc.', 'VMware7,1', 'VMware'],
    ['innotek GmbH', 'VirtualBox', 'VirtualBox'],
    ['Xen', 'HVM domU', 'Xen'],
    ['QEMU', 'Standard PC (Q35 + ICH9, 2009)', 'QEMU'],
    ['Red Hat', 'KVM', 'KVM'],
    ['Apple Inc.', 'Apple Virtualization Generic Platform', 'Apple Virtualization'],
    ['Dell Inc.', 'PowerEdge R740', undefined],
    ['', '', undefined],
  ])('behind the board "%s" "%s" is %s', (vendor, product, expected) => {
    expect(hypervisorOf(`${vendor}\n`, `${product}\n`)).toBe(expected);
  });

  it.each<[string, Tree, string | undefined]>([
    [
      'from DMI',
      { '/sys/class/dmi/id/sys_vendor': 'QEMU\n', '/sys/class/dmi/id/product_name': 'Standard PC (i440FX + PIIX, 1996)\n' },
      'QEMU',
    ],
    ['of a Xen guest', { '/sys/hypervisor/type': 'xen\n' }, 'Xen'],
    ["but not of Xen's own domain", { '/sys/hypervisor/type': 'xen\n', '/proc/xen/capabilities': 'control_d\n' }, undefined],
    ['of Firecracker, by its ACPI tables', { '/sys/firmware/acpi/tables/APIC': 'APIC\u0002FIRECKFCVMMADT' }, 'Firecracker'],
    ['of WSL', { '/proc/sys/kernel/osrelease': '5.15.90.1-microsoft-standard-WSL2\n' }, 'Hyper-V'],
    ['on ARM, by the device tree', { '/proc/device-tree/hypervisor/compatible': 'linux,kvm\0' }, 'KVM'],
    [
      'by the flag of the processor, which does not say who',
      { '/proc/cpuinfo': 'flags\t\t: fpu hypervisor lahf_lm\n' },
      'unknown hypervisor',
    ],
    ['by nothing on bare metal', {}, undefined],
    ['by nothing that it may not read', { '/sys/firmware/acpi/tables/APIC': { link: '/proc' } }, undefined],
  ])('is told %s', async (_, files, expected) => {
    expect((await read({ ...MACHINE, ...files })).virtualization).toBe(expected);
  });
});

describe('the container engine', () => {
  it.each<[string, Tree, string | undefined]>([
    ['docker by its mark', { '/.dockerenv': '' }, 'docker'],
    ['podman by its mark', { '/run/.containerenv': 'engine="podman-4.3.1"\n' }, 'podman'],
    ['whatever systemd was told', { '/run/systemd/container': 'systemd-nspawn\n' }, 'systemd-nspawn'],
    ['docker by its control group', { '/proc/1/cgroup': '12:pids:/docker/4f1c0a\n' }, 'docker'],
    ['podman by its control group', { '/proc/1/cgroup': '0::/machine.slice/libpod-4f1c0a.scope\n' }, 'podman'],
    ['lxc by its control group', { '/proc/1/cgroup': '4:memory:/lxc/web\n' }, 'lxc'],
    ['nspawn by its control group', { '/proc/1/cgroup': '1:name=systemd:/machine.slice/machine-web.scope\n' }, 'systemd-nspawn'],
    [
      'lxc by the files that it puts over /proc',
      { '/proc/self/mountinfo': '480 470 0:53 /proc/meminfo /proc/meminfo rw,nosuid shared:211 - fuse.lxcfs lxcfs rw\n' },
      'lxc',
    ],
    [
      'kubernetes rather than what runs its containers',
      { '/proc/1/cgroup': '0::/kubepods.slice/kubepods-pod7.slice/cri-containerd-1.scope\n', '/.dockerenv': '' },
      'kubernetes',
    ],
    ['kubernetes by its secrets', { '/run/secrets/kubernetes.io/serviceaccount/namespace': 'default' }, 'kubernetes'],
    ['WSL by its kernel', { '/proc/sys/kernel/osrelease': '4.4.0-19041-Microsoft\n' }, 'wsl'],
    [
      'none on a host that only serves LXC',
      { '/proc/self/mountinfo': '96 28 0:53 / /var/lib/lxcfs rw - fuse.lxcfs lxcfs rw\n' },
      undefined,
    ],
    ['none outside of containers', {}, undefined],
  ])('is %s', async (_, files, expected) => {
    expect((await read({ ...MACHINE, ...files })).container).toBe(expected);
  });
});

describe('the portable reader', () => {
  it('agrees with the Linux reader on the machine at hand', async () => {
    const clock = createFakeClock();
    const next = readPortableHost.open({ door: createDoor(), clock, local: true });
    const portable = readingOf(await next());
    const linux = readingOf(await readHost.open({ door: createDoor(), clock, local: true })());
    const { name, kernel, architecture } = linux;
    expect(portable).toMatchObject({ name, kernel, architecture });
    expect(portable.uptime).toBeCloseTo(linux.uptime ?? 0, 0);
    expect(portable.os).not.toBe('');
    const { uptime: _, ...facts } = portable;
    const { uptime, ...later } = readingOf(await next());
    expect(later).toEqual(facts);
    expect(uptime).toBeGreaterThanOrEqual(portable.uptime ?? Infinity);
  });
});
