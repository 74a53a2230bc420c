import { expect, test } from 'vitest';
import { EVERYBODY } from '../../../src/metrics/process/attention.ts';
import { deriveHidden } from '../../../src/metrics/process/hidden.ts';
import { watchProcesses } from '../../harness/watched-processes.ts';

const mounts = (options: string) =>
  `22 27 0:21 / / rw - ext4 /dev/vda rw\n23 22 0:22 / /proc rw,nosuid - proc proc ${options}\n24 22 0:23 / /sys rw - sysfs sysfs rw\n`;
const status = (capabilities: string, gid: string, groups = '') =>
  `Name:\tnode\nUid:\t1000\t1000\t1000\t1000\nGid:\t${gid}\t${gid}\t${gid}\t${gid}\nGroups:\t${groups} \nCapEff:\t${capabilities}\n`;
const NONE = '0000000000000000';

test.each([
  ['rw', NONE, '1000', ''],
  ['rw,hidepid=0', NONE, '1000', ''],
  ['rw,hidepid=off', NONE, '1000', ''],
  ['rw,hidepid=2', '000001ffffffffff', '0', ''],
  ['rw,gid=27,hidepid=invisible', NONE, '1000', '10 27 100'],
  ['rw,gid=27,hidepid=1', NONE, '27', ''],
  ['rw,hidepid=invisible', NONE, '0', ''],
])('nothing is hidden with %s from capabilities %s, group %s, groups %s', (options, capabilities, gid, groups) => {
  expect(deriveHidden(mounts(options), status(capabilities, gid, groups))).toBeUndefined();
});

test.each([
  ['rw,hidepid=2', '2', ''],
  ['rw,hidepid=invisible', 'invisible', ''],
  ['rw,gid=27,hidepid=noaccess', 'noaccess', ' or in the group 27'],
  ['rw,gid=10,hidepid=ptraceable', 'ptraceable', ''],
  ['rw,gid=10,hidepid=4', '4', ''],
])('with %s it is told what is hidden, and what would help', (options, how, group) => {
  expect(deriveHidden(mounts(options), status('0000000000003000', '1000', '10'))).toBe(
    `other users' processes are hidden (hidepid=${how}); run as root${group}`,
  );
});

test('what is mounted over /proc counts', () => {
  const both = `${mounts('rw,hidepid=2')}30 23 0:31 / /proc rw - proc proc rw\n`;
  expect(deriveHidden(both, status(NONE, '1000'))).toBeUndefined();
});

test('the list says that it is incomplete', async () => {
  const files = { '/proc/self/mountinfo': mounts('rw,hidepid=2'), '/proc/self/status': status(NONE, '1000') };
  expect(await watchProcesses([{ pid: 7 }], EVERYBODY, files).sample()).toMatchObject({
    count: 1,
    hidden: "other users' processes are hidden (hidepid=2); run as root",
  });
});
