import { expect, test } from 'vitest';
import { selectFilesystems } from '../../src/metrics/filesystem/mounts.ts';
import { parseMountinfo } from '../../src/platform/mountinfo.ts';

const ROOT = '27 1 254:0 / / rw,relatime - ext4 /dev/vda rw';

function select(...lines: string[]) {
  return selectFilesystems(parseMountinfo(lines.join('\n')));
}

function shown(...lines: string[]) {
  return select(...lines).map(({ mount, hidden }) => (hidden ? `(${mount})` : mount));
}

test('a disk is shown with its device, type and options', () => {
  expect(select('27 1 8:2 / / ro,relatime shared:1 - ext4 /dev/sda2 ro,errors=remount-ro')).toEqual([
    { majorMinor: '8:2', device: '/dev/sda2', mount: '/', type: 'ext4', hidden: false, readOnly: true, remote: false },
  ]);
});

test('windows into the kernel are not filesystems', () => {
  expect(
    shown(
      ROOT,
      '22 27 0:21 / /proc rw - proc proc rw',
      '23 27 0:22 / /sys rw - sysfs sysfs rw',
      '24 23 0:23 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw',
      '25 27 0:24 / /dev/pts rw - devpts devpts rw',
      '26 27 0:4 net:[4026532281] /run/docker/netns/1 rw - nsfs nsfs rw',
      '28 27 0:25 / /run/user/1000/doc rw - fuse.portal portal rw',
    ),
  ).toEqual(['/']);
});

test('memory, images and layers are hidden, the root never', () => {
  expect(
    shown(
      '1034 812 0:112 / / rw,relatime - overlay overlay rw,lowerdir=a:b',
      '1035 1034 0:113 / /dev/shm rw - tmpfs shm rw',
      '1036 1034 7:3 / /snap/core22/1122 ro - squashfs /dev/loop3 ro',
      '1037 1034 11:0 / /media/cdrom ro - iso9660 /dev/sr0 ro',
      '1038 1034 0:114 / /var/lib/docker/overlay2/x/merged rw - overlay overlay rw',
      '1039 1034 0:115 / /tmp/.mount_Krita rw - fuse.krita-5.2.AppImage krita-5.2.AppImage ro',
    ),
  ).toEqual([
    '/',
    '(/dev/shm)',
    '(/media/cdrom)',
    '(/snap/core22/1122)',
    '(/tmp/.mount_Krita)',
    '(/var/lib/docker/overlay2/x/merged)',
  ]);
});

test('bind mounts are shown once, where the whole filesystem is mounted', () => {
  expect(
    shown(
      ROOT,
      '40 27 8:17 /www /srv rw - xfs /dev/sdb1 rw',
      '41 27 8:17 / /mnt/data rw - xfs /dev/sdb1 rw',
      '42 27 254:0 /tmp /a rw - ext4 /dev/vda rw',
    ),
  ).toEqual(['/', '/mnt/data']);
});

test('a filesystem that is mounted nowhere as a whole is shown at its shortest mount point', () => {
  expect(shown(ROOT, '40 27 8:17 /a /data/one rw - xfs /dev/sdb1 rw', '41 27 8:17 /b /two rw - xfs /dev/sdb1 rw')).toEqual([
    '/',
    '/two',
  ]);
});

test('the subvolumes of a btrfs are shown once, at the root if one is there', () => {
  expect(
    shown(
      '27 1 0:32 /@ / rw - btrfs /dev/nvme0n1p2 rw,subvol=/@',
      '28 27 0:32 / /mnt/pool rw - btrfs /dev/nvme0n1p2 rw,subvol=/',
      '29 27 0:45 /@home /home rw - btrfs /dev/nvme0n1p2 rw,subvol=/@home',
      '30 27 0:46 /@data /data rw - btrfs /dev/sdb rw,subvol=/@data',
    ),
  ).toEqual(['/', '/data']);
});

test('a volume of a container is known by its folder, not by the files that the engine mounts beside it', () => {
  const hosts = '1045 1034 259:1 /var/lib/docker/containers/3f/hosts /etc/hosts rw - ext4 /dev/root rw';
  const volume = '1042 1034 259:1 /var/lib/docker/volumes/data/_data /var/lib/postgresql rw - ext4 /dev/root rw';
  const root = '1034 812 0:112 / / rw - overlay overlay rw';
  expect(shown(root, hosts, volume)).toEqual(['/', '/var/lib/postgresql']);
  expect(shown(root, hosts)).toEqual(['/', '(/etc/hosts)']);
});

test('of several mounts on one place the last is seen', () => {
  const rows = select(ROOT, '40 27 8:17 / /mnt rw - xfs /dev/sdb1 rw', '41 40 8:33 / /mnt rw - ext4 /dev/sdc1 rw');
  expect(rows.map((row) => row.device)).toEqual(['/dev/vda', '/dev/sdc1']);
});

test('what lies under a folder that was mounted over is not seen, what was mounted there afterwards is', () => {
  expect(
    shown(
      ROOT,
      '40 27 8:17 / /mnt/old/disk rw - xfs /dev/sdb1 rw',
      '41 27 8:33 / /mnt rw - ext4 /dev/sdc1 rw',
      '42 41 8:49 / /mnt/old/new rw - ext4 /dev/sdd1 rw',
      '43 40 8:65 / /mnt/old/disk/inner rw - ext4 /dev/sde1 rw',
    ),
  ).toEqual(['/', '/mnt', '/mnt/old/new']);
});

test('a root that was mounted over the first one hides it, though other mounts stand before it', () => {
  const rows = select(
    '1 1 0:1 / / rw - rootfs rootfs rw',
    '15 20 0:5 / /dev rw - devtmpfs devtmpfs rw',
    '20 1 253:0 / / rw - ext4 /dev/mapper/root rw',
  );
  expect(rows.map((row) => row.device)).toEqual(['/dev/mapper/root', 'devtmpfs']);
});

test('what an automounter mounted is seen', () => {
  expect(shown(ROOT, '40 27 0:40 / /home/ann rw - autofs systemd-1 rw', '41 40 0:41 / /home/ann rw - nfs4 nas:/ann rw')).toEqual([
    '/',
    '/home/ann',
  ]);
});

test('servers, other programs, and what lies within them are remote', () => {
  const rows = select(
    ROOT,
    '40 27 0:40 / /net/nas rw - nfs4 nas:/export rw',
    '41 40 7:0 / /net/nas/image rw - ext4 /dev/loop0 rw',
    '42 27 0:42 / /mnt/ssh rw - fuse.sshfs ann@host: rw',
    '43 27 0:43 / /media/ntfs rw - fuseblk /dev/sdb1 rw',
    '44 27 0:44 / /net/nas2 rw - tmpfs tmpfs rw',
  );
  expect(rows.filter((row) => row.remote).map((row) => row.mount)).toEqual([
    '/media/ntfs',
    '/mnt/ssh',
    '/net/nas',
    '/net/nas/image',
  ]);
});

test('names keep their spaces and their script', () => {
  expect(shown(ROOT, '40 27 8:17 / /media/日本\\040backup rw - exfat /dev/sdb1 rw')).toEqual(['/', '/media/日本 backup']);
});
