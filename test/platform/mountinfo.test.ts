import { expect, test } from 'vitest';
import { parseMountinfo } from '../../src/platform/mountinfo.ts';

test('a mount is read with all its fields, whatever number of tags stands before the hyphen', () => {
  const text = `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 propagate_from:2 - ext3 /dev/root rw,errors=continue
22 27 0:21 / /proc rw,relatime - proc proc rw
`;
  expect(parseMountinfo(text)).toEqual([
    {
      id: 36,
      parent: 35,
      majorMinor: '98:0',
      root: '/mnt1',
      mountPoint: '/mnt2',
      options: ['rw', 'noatime'],
      type: 'ext3',
      source: '/dev/root',
      superOptions: ['rw', 'errors=continue'],
    },
    {
      id: 22,
      parent: 27,
      majorMinor: '0:21',
      root: '/',
      mountPoint: '/proc',
      options: ['rw', 'relatime'],
      type: 'proc',
      source: 'proc',
      superOptions: ['rw'],
    },
  ]);
});

test('octal escapes are decoded, in the root, the mount point and the source', () => {
  const [mount] = parseMountinfo(
    String.raw`40 1 8:1 /my\040files /media/日本\040\134\011disk rw - fuse.sshfs me@host:/a\040b rw,user_id=0`,
  );
  expect(mount).toMatchObject({ root: '/my files', mountPoint: '/media/日本 \\\tdisk', source: 'me@host:/a b' });
});

test('a hyphen that is the name of a root folder is not taken for the end of the tags', () => {
  const [mount] = parseMountinfo('40 1 8:1 - /data rw - xfs /dev/sda1 rw');
  expect(mount).toMatchObject({ root: '-', mountPoint: '/data', type: 'xfs' });
});

test('a mount without a source or with lines cut short does not break the others', () => {
  const mounts = parseMountinfo(`41 1 0:50 / /empty rw -  tmpfs
42 1 0:51 / /none rw - tmpfs  rw,size=4k
43 1 0:5`);
  expect(mounts).toMatchObject([{ mountPoint: '/none', source: '', superOptions: ['rw', 'size=4k'] }]);
});
