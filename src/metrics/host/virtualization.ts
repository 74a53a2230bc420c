import type { Door } from '../../platform/door.ts';

const DMI = '/sys/class/dmi/id';

/** The hypervisor under this system, by name; undefined on bare metal, and where nothing tells. */
export function readVirtualization(door: Door): string | undefined {
  return (
    hypervisorOf(door.read(`${DMI}/sys_vendor`), door.read(`${DMI}/product_name`)) ??
    readXen(door) ??
    readAcpi(door) ??
    hypervisorOfKernel(door.read('/proc/sys/kernel/osrelease') ?? '') ??
    hypervisorOfDeviceTree(door.read('/proc/device-tree/hypervisor/compatible')) ??
    hypervisorOfProcessor(door.read('/proc/cpuinfo') ?? '')
  );
}

/** What makers of virtual machines write where a board's maker puts its name: "vendor product". */
const MACHINES: readonly (readonly [RegExp, string])[] = [
  // Amazon and Microsoft rent out and sell bare metal, too.
  [/^Amazon EC2 (?!.*metal)/, 'Amazon EC2'],
  [/^Microsoft Corporation Virtual Machine/, 'Hyper-V'],
  [/Google Compute Engine/, 'Google Compute Engine'],
  [/^VMware|VMware Virtual Platform/, 'VMware'],
  [/^innotek GmbH|VirtualBox/, 'VirtualBox'],
  [/^Xen|HVM domU/, 'Xen'],
  [/^Parallels/, 'Parallels'],
  [/^Apple.*Virtual/i, 'Apple Virtualization'],
  [/BHYVE/, 'bhyve'],
  [/^Cloud Hypervisor/, 'Cloud Hypervisor'],
  [/^DigitalOcean/, 'DigitalOcean'],
  [/^Alibaba Cloud/, 'Alibaba Cloud'],
  [/^Hetzner vServer/, 'Hetzner Cloud'],
  [/^Nutanix AHV/, 'Nutanix AHV'],
  [/OpenStack/, 'OpenStack'],
  [/^Red Hat KVM|RHEV Hypervisor|oVirt|\bKVM\b/, 'KVM'],
  [/^QEMU|^Bochs|Standard PC \(/, 'QEMU'],
];

/** By the names in the firmware's tables (DMI). */
export function hypervisorOf(vendor = '', product = ''): string | undefined {
  const machine = `${vendor.trim()} ${product.trim()}`.trim();
  return MACHINES.find(([pattern]) => pattern.test(machine))?.[1];
}

/** Xen tells its guests; its first domain, which drives the hardware, is no guest. */
function readXen(door: Door): string | undefined {
  if (door.read('/sys/hypervisor/type')?.trim() !== 'xen') return undefined;
  return door.read('/proc/xen/capabilities')?.includes('control_d') ? undefined : 'Xen';
}

/** Who made the firmware's ACPI tables, for machines that have no DMI; only root may read them. */
function readAcpi(door: Door): string | undefined {
  const table = door.read('/sys/firmware/acpi/tables/APIC') ?? door.read('/sys/firmware/acpi/tables/FACP');
  return table?.includes('FIRECK') ? 'Firecracker' : undefined;
}

/** Windows' Subsystem for Linux, version 2: "5.15.90.1-microsoft-standard-WSL2". */
function hypervisorOfKernel(release: string): string | undefined {
  return /microsoft.*WSL2/i.test(release) ? 'Hyper-V' : undefined;
}

/** On ARM: "linux,kvm" or "xen,xen-4.11\0xen,xen". */
function hypervisorOfDeviceTree(compatible = ''): string | undefined {
  if (compatible.startsWith('linux,kvm')) return 'KVM';
  return compatible.startsWith('xen') ? 'Xen' : undefined;
}

/** The processor's own word for "somebody is below me": flag `hypervisor` on x86, which does not say who. */
function hypervisorOfProcessor(cpuinfo: string): string | undefined {
  return /^flags\s*:.*\bhypervisor\b/m.test(cpuinfo) ? 'unknown hypervisor' : undefined;
}
