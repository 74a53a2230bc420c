import { describe, expect, it, test } from 'vitest';
import { failed, known } from '../../src/metrics/outcome.ts';
import { createFilter, type NameFilter, type NameFilters } from '../../src/sampling/filter.ts';
import { createMatcher } from '../../src/sampling/pattern.ts';
import type { Sample } from '../../src/sampling/sample.ts';
import { filesystemOf, interfaceOf, sampleAt } from '../harness/sample.ts';

const nothing: NameFilter = { include: [], exclude: [] };
const none: NameFilters = { filesystems: nothing, disks: nothing, interfaces: nothing };

const sample = sampleAt(1, {
  filesystem: [
    filesystemOf('/', 0.5),
    filesystemOf('/home', 0.6, { device: '/dev/sdb1', type: 'btrfs' }),
    filesystemOf('/tmp', 0.1, { device: 'tmpfs', type: 'tmpfs', hidden: true }),
    filesystemOf('/snap/core/1', 1, { device: '/dev/loop0', type: 'squashfs', hidden: true }),
  ],
  disk: { readRate: 300, devices: [{ name: 'sda' }, { name: 'sdb' }, { name: 'nvme0n1' }] },
  network: { receiveRate: 30, interfaces: [interfaceOf('eth0', 10), interfaceOf('lo', 20), interfaceOf('veth1a', 5)] },
});

function mounts(filtered: Sample) {
  return known(filtered.filesystem)?.map(({ mount }) => mount);
}

function listed(filters: Partial<NameFilters>) {
  const filtered = createFilter({ ...none, ...filters })(sample);
  return {
    mounts: mounts(filtered),
    disks: known(filtered.disk)?.devices.map(({ name }) => name),
    interfaces: known(filtered.network)?.interfaces.map(({ name }) => name),
  };
}

describe('a filter', () => {
  it('drops hidden filesystems and nothing else by default', () => {
    expect(listed({})).toEqual({
      mounts: ['/', '/home'],
      disks: ['sda', 'sdb', 'nvme0n1'],
      interfaces: ['eth0', 'lo', 'veth1a'],
    });
  });

  test.each([
    ['mount point', '/tmp', ['/', '/home', '/tmp']],
    ['device', '/dev/loop*', ['/', '/home', '/snap/core/1']],
    ['type', 'tmpfs', ['/', '/home', '/tmp']],
  ])('shows a hidden filesystem that is included by %s', (_, include, expected) => {
    expect(listed({ filesystems: { include: [include], exclude: [] } }).mounts).toEqual(expected);
  });

  test.each([
    ['mount point', '/home', ['/']],
    ['device', '/dev/sda?', ['/home']],
    ['type', 'btr*', ['/']],
  ])('drops a filesystem that is excluded by %s', (_, exclude, expected) => {
    expect(listed({ filesystems: { include: [], exclude: [exclude] } }).mounts).toEqual(expected);
  });

  it('shows what is both included and excluded', () => {
    expect(
      listed({
        filesystems: { include: ['/home', 'squashfs'], exclude: ['*'] },
        disks: { include: ['nvme*'], exclude: ['*'] },
        interfaces: { include: ['eth?'], exclude: ['*'] },
      }),
    ).toEqual({ mounts: ['/home', '/snap/core/1'], disks: ['nvme0n1'], interfaces: ['eth0'] });
  });

  it('leaves the totals alone', () => {
    const filtered = createFilter({
      ...none,
      disks: { include: [], exclude: ['sd*'] },
      interfaces: { include: [], exclude: ['lo'] },
    })(sample);
    expect(known(filtered.disk)).toEqual({ readRate: 300, devices: [{ name: 'nvme0n1' }] });
    expect(known(filtered.network)).toMatchObject({ receiveRate: 30, interfaces: [{ name: 'eth0' }, { name: 'veth1a' }] });
  });

  it('passes on what there is no value of', () => {
    const broken = sampleAt(1, { filesystem: failed(new Error('broken')) });
    expect(createFilter({ ...none, filesystems: { include: [], exclude: ['*'] } })(broken)).toBe(broken);
  });

  it('gives the very sample where nothing is dropped', () => {
    const plain = sampleAt(1, { filesystem: [filesystemOf('/', 0.5)], network: { interfaces: [interfaceOf('eth0')] } });
    expect(createFilter({ ...none, interfaces: { include: [], exclude: ['docker*'] } })(plain)).toBe(plain);
  });

  it('gives the same list for an outcome that stands from sample to sample', () => {
    const filter = createFilter(none);
    const later = { ...sample, moment: { ...sample.moment, monotonic: 2 } };
    expect(filter(later).filesystem).toBe(filter(sample).filesystem);
    expect(filter(later).moment).toBe(later.moment);
    expect(mounts(filter(sampleAt(3, { filesystem: [filesystemOf('/new', 0.1)] })))).toEqual(['/new']);
  });
});

describe('a pattern', () => {
  test.each([
    ['eth0', 'eth0', true],
    ['eth0', 'eth01', false],
    ['eth', 'veth', false],
    ['eth?', 'eth0', true],
    ['eth?', 'eth', false],
    ['*', '', true],
    ['/mnt/*', '/mnt/a/b', true],
    ['/mnt/*', '/mnt', false],
    ['*.local', 'xlocal', false],
    ['a+(b)|[c]{1}^$\\', 'a+(b)|[c]{1}^$\\', true],
    ['日?', '日本', true],
    ['?', '🜚', true],
    ['a*', 'a\nb', true],
  ])('%s against %s is %s', (pattern, name, fits) => {
    expect(createMatcher(['nothing', pattern])(name)).toBe(fits);
  });

  it('that is missing fits nothing', () => {
    expect(createMatcher([])('')).toBe(false);
  });
});
