import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findGroup, openCpuLimit, openMemoryLimit } from '../../src/platform/cgroup.ts';
import { createDoor } from '../../src/platform/door.ts';
import { parseMountinfo } from '../../src/platform/mountinfo.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

const MiB = 1024 ** 2;
const NO_LIMIT = '9223372036854771712\n';

const V2_MOUNT = '35 24 0:30 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate\n';
const V1_MOUNTS = `32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
33 31 0:31 / /sys/fs/cgroup/cpuset rw - cgroup cgroup rw,cpuset
35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
`;

function limitsOf(tree: Tree) {
  const door = createDoor(writeTree(tree));
  return { memory: openMemoryLimit(door)(), cpu: openCpuLimit(door)() };
}

/** Folders below a mount point, each with its files. */
function groups(mountPoint: string, folders: Record<string, Record<string, string>>): Tree {
  return Object.fromEntries(
    Object.entries(folders).flatMap(([folder, files]) =>
      Object.entries(files).map(([name, text]) => [path.join(mountPoint, folder, name), text]),
    ),
  );
}

describe('version 2', () => {
  const self = { '/proc/self/cgroup': '0::/user.slice/app.service\n', '/proc/self/mountinfo': V2_MOUNT };

  test('the limit of the own group is read, and what it uses without the file cache that can be dropped', () => {
    const limits = limitsOf({
      ...self,
      ...groups('/sys/fs/cgroup', {
        'user.slice/app.service': {
          'memory.max': '536870912\n',
          'memory.current': '209715200\n',
          'memory.stat': 'anon 1000\nfile 104857600\ninactive_file 52428800\nactive_file 5\n',
          'cpu.max': '150000 100000\n',
        },
        'user.slice': { 'memory.max': 'max\n', 'memory.current': '999999999\n', 'cpu.max': 'max 100000\n' },
      }),
    });
    expect(limits).toEqual({ memory: { total: 512 * MiB, used: 150 * MiB }, cpu: 1.5 });
  });

  test('a smaller limit further up wins, with the use of the group that sets it', () => {
    const limits = limitsOf({
      ...self,
      ...groups('/sys/fs/cgroup', {
        'user.slice/app.service': { 'memory.max': `${512 * MiB}`, 'memory.current': `${10 * MiB}`, 'cpu.max': '400000 100000' },
        'user.slice': {
          'memory.max': `${256 * MiB}`,
          'memory.current': `${200 * MiB}`,
          'memory.stat': 'inactive_file 0\n',
          'cpu.max': '5000 10000',
        },
      }),
    });
    expect(limits).toEqual({ memory: { total: 256 * MiB, used: 200 * MiB }, cpu: 0.5 });
  });

  test('of two equal limits the outer one counts, since more is used of it', () => {
    const { memory } = limitsOf({
      ...self,
      ...groups('/sys/fs/cgroup', {
        'user.slice/app.service': { 'memory.max': `${64 * MiB}`, 'memory.current': `${10 * MiB}` },
        'user.slice': { 'memory.max': `${64 * MiB}`, 'memory.current': `${60 * MiB}` },
      }),
    });
    expect(memory).toEqual({ total: 64 * MiB, used: 60 * MiB });
  });

  test('without any limit there is none', () => {
    const limits = limitsOf({
      ...self,
      ...groups('/sys/fs/cgroup', {
        'user.slice/app.service': { 'memory.max': 'max\n', 'memory.current': '1\n', 'cpu.max': 'max 100000\n' },
      }),
    });
    expect(limits).toEqual({ memory: undefined, cpu: undefined });
  });

  test('in a namespace of its own the group is the top of the tree', () => {
    const limits = limitsOf({
      '/proc/self/cgroup': '0::/\n',
      '/proc/self/mountinfo': V2_MOUNT,
      ...groups('/sys/fs/cgroup', { '': { 'memory.max': '1048576', 'memory.current': '524288', 'cpu.max': '200000 100000' } }),
    });
    expect(limits).toEqual({ memory: { total: MiB, used: MiB / 2 }, cpu: 2 });
  });

  test('what is read follows the files: a limit set later is seen', () => {
    const root = writeTree({ ...self, '/sys/fs/cgroup/user.slice/cpu.max': 'max 100000\n' });
    const read = openCpuLimit(createDoor(root));
    expect(read()).toBeUndefined();
    writeFileSync(path.join(root, '/sys/fs/cgroup/user.slice/cpu.max'), '100000 100000\n');
    expect(read()).toBe(1);
  });
});

describe('version 1', () => {
  test('each controller has a tree of its own', () => {
    const limits = limitsOf({
      '/proc/self/cgroup': '9:name=systemd:/\n5:memory:/docker/abc\n4:cpu,cpuacct:/docker/xyz\n3:cpuset:/docker/abc\n',
      '/proc/self/mountinfo': V1_MOUNTS,
      ...groups('/sys/fs/cgroup/memory', {
        'docker/abc': {
          'memory.limit_in_bytes': '268435456\n',
          'memory.usage_in_bytes': '134217728\n',
          'memory.stat': 'inactive_file 7\ntotal_inactive_file 33554432\n',
        },
        docker: { 'memory.limit_in_bytes': NO_LIMIT, 'memory.usage_in_bytes': '5\n' },
      }),
      ...groups('/sys/fs/cgroup/cpu,cpuacct', {
        'docker/xyz': { 'cpu.cfs_quota_us': '-1\n', 'cpu.cfs_period_us': '100000\n' },
        docker: { 'cpu.cfs_quota_us': '300000\n', 'cpu.cfs_period_us': '100000\n' },
      }),
    });
    expect(limits).toEqual({ memory: { total: 256 * MiB, used: 96 * MiB }, cpu: 3 });
  });

  test('the huge number that stands for no limit is none', () => {
    const limits = limitsOf({
      '/proc/self/cgroup': '5:memory:/\n4:cpu,cpuacct:/\n',
      '/proc/self/mountinfo': V1_MOUNTS,
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': NO_LIMIT,
      '/sys/fs/cgroup/memory/memory.usage_in_bytes': '1\n',
      '/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us': '-1\n',
      '/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us': '100000\n',
    });
    expect(limits).toEqual({ memory: undefined, cpu: undefined });
  });

  test('in a container the tree starts at its own group, while the path is the host’s', () => {
    const mounts = parseMountinfo('35 31 0:32 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory');
    expect(findGroup('5:memory:/docker/abc\n', mounts, 'memory')).toEqual({ version: 1, folders: ['/sys/fs/cgroup/memory'] });
    expect(findGroup('5:memory:/docker/abc/inner\n', mounts, 'memory')?.folders).toEqual([
      '/sys/fs/cgroup/memory/inner',
      '/sys/fs/cgroup/memory',
    ]);
  });

  test('where the path lies outside what is mounted, the top of the mount is taken', () => {
    const mounts = parseMountinfo('35 31 0:32 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory');
    expect(findGroup('5:memory:/docker/abcdef\n', mounts, 'memory')?.folders).toEqual(['/sys/fs/cgroup/memory']);
    expect(findGroup('5:memory:/\n', mounts, 'memory')?.folders).toEqual(['/sys/fs/cgroup/memory']);
  });
});

describe('both at once', () => {
  const hybrid = parseMountinfo(`${V1_MOUNTS}38 23 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n`);
  const memberships = '5:memory:/m\n3:name=systemd:/s\n0::/u\n';

  test('a controller of version 1 is read there, any other in the tree of version 2', () => {
    expect(findGroup(memberships, hybrid, 'memory')).toEqual({
      version: 1,
      folders: ['/sys/fs/cgroup/memory/m', '/sys/fs/cgroup/memory'],
    });
    expect(findGroup(memberships, hybrid, 'cpu')).toEqual({
      version: 2,
      folders: ['/sys/fs/cgroup/unified/u', '/sys/fs/cgroup/unified'],
    });
  });

  test('of several mounts of one tree, the one that shows the group is taken', () => {
    const mounts = parseMountinfo(`50 1 0:30 /other /elsewhere rw - cgroup2 cgroup2 rw\n${V2_MOUNT}`);
    expect(findGroup('0::/mine\n', mounts, 'memory')?.folders[0]).toBe('/sys/fs/cgroup/mine');
  });
});

test('a group above the namespace’s own top is never guessed', () => {
  expect(findGroup('0::/../sibling\n', parseMountinfo(V2_MOUNT), 'memory')).toBeUndefined();
});

test('a system without control groups has no limits', () => {
  expect(limitsOf({ '/proc/self/mountinfo': '27 1 254:0 / / rw - ext4 /dev/vda rw\n' })).toEqual({
    memory: undefined,
    cpu: undefined,
  });
  expect(limitsOf({ '/proc/self/cgroup': '0::/\n', '/proc/self/mountinfo': '27 1 254:0 / / rw - ext4 /dev/vda rw\n' })).toEqual({
    memory: undefined,
    cpu: undefined,
  });
});

test('where the files may not be read, the limits are unknown and nothing throws', () => {
  const door = {
    ...createDoor(),
    read: () => {
      throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
    },
  };
  expect([openMemoryLimit(door)(), openCpuLimit(door)()]).toEqual([undefined, undefined]);
});
