import { describe, expect, test } from 'vitest';
import {
  createUserNames,
  parseCommand,
  parseGroup,
  parseOwner,
  parseUsers,
  readFacts,
  unitOf,
} from '../../../src/metrics/process/facts.ts';
import { createCountingDoor, processFiles } from '../../harness/processes.ts';

const ID = '4f1c0d2e9a7b8c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d';
const INNER = 'aaaabbbbcccc8c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d';

describe('/proc/PID/cmdline', () => {
  test.each([
    ['/usr/bin/node\0server.js\0--port\x0080\0', '/usr/bin/node server.js --port 80'],
    ['nginx: worker process\0\0\0\0\0', 'nginx: worker process'],
    ['sh\0-c\0\0', 'sh -c'],
    ['sh\0\0-x\0', 'sh  -x'],
    ['postgres: checkpointer   ', 'postgres: checkpointer'],
  ])('%j reads %j', (text, command) => {
    expect(parseCommand(text)).toBe(command);
  });

  test.each(['', '\0', '   \0'])('tells no command with %j', (text) => {
    expect(parseCommand(text)).toBeUndefined();
  });
});

describe('/proc/PID/status', () => {
  test('names the effective user', () => {
    expect(parseOwner('Name:\tsudo\nUmask:\t0022\nUid:\t1000\t0\t0\t0\nGid:\t1000\t1000\t1000\t1000\n')).toBe(0);
  });

  test('tells nobody where it is empty', () => {
    expect(parseOwner('')).toBeUndefined();
  });
});

describe('/proc/PID/cgroup', () => {
  test.each([
    ['version 2', '0::/system.slice/ssh.service\n', '/system.slice/ssh.service'],
    [
      'version 1',
      '12:memory:/system.slice/ssh.service\n4:cpu,cpuacct:/system.slice/ssh.service\n1:name=systemd:/system.slice/ssh.service\n',
      '/system.slice/ssh.service',
    ],
    [
      "version 1: systemd's own hierarchy before another",
      '3:cpu:/user.slice\n1:name=systemd:/user.slice/user-0.slice/session-1.scope\n',
      '/user.slice/user-0.slice/session-1.scope',
    ],
    ['version 1 without systemd', '9:name=systemd:/\n4:memory:/process_api/65\n1:cpu:/\n0::/\n', '/process_api/65'],
    [
      'both: a container before what started it',
      `5:memory:/docker/${ID}\n1:name=systemd:/docker/${ID}\n0::/system.slice/containerd.service\n`,
      `/docker/${ID}`,
    ],
    ['a group that was removed', '0::/user.slice/old.scope (deleted)\n', '/user.slice/old.scope'],
    ['a path with colons and spaces', '0::/machine.slice/a:b c.scope\n', '/machine.slice/a:b c.scope'],
  ])('%s', (_, text, group) => {
    expect(parseGroup(text)).toBe(group);
  });

  test.each(['', '0::/\n', '9:name=systemd:/\n0::/\n', 'nonsense'])('tells none at the root: %j', (text) => {
    expect(parseGroup(text)).toBeUndefined();
  });
});

describe('a control group', () => {
  test.each([
    [`/system.slice/docker-${ID}.scope`, 'docker 4f1c0d2e9a7b'],
    [`/docker/${ID}`, 'docker 4f1c0d2e9a7b'],
    [`/docker/${ID}/system.slice/nginx.service`, 'docker 4f1c0d2e9a7b'],
    [`/docker/${ID}/docker/${INNER}`, 'docker aaaabbbbcccc'],
    [`/machine.slice/libpod-${ID}.scope/container`, 'podman 4f1c0d2e9a7b'],
    [`/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-${ID}.scope`, 'podman 4f1c0d2e9a7b'],
    [`/libpod_parent/libpod-${ID}`, 'podman 4f1c0d2e9a7b'],
    [
      `/kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod1a_2b.slice/cri-containerd-${ID}.scope`,
      'containerd 4f1c0d2e9a7b',
    ],
    [`/kubepods.slice/kubepods-pod1a.slice/crio-${ID}.scope`, 'cri-o 4f1c0d2e9a7b'],
    [`/kubepods/besteffort/pod8e5d1c52-0000/${ID}`, 'kubernetes 4f1c0d2e9a7b'],
    [`/docker/${ID}/kubelet/kubepods/burstable/pod1/cri-containerd-${INNER}.scope`, 'containerd aaaabbbbcccc'],
    [`/ecs/cluster/task/${ID}`, 'ecs 4f1c0d2e9a7b'],
    [`/user.slice/${ID}`, 'container 4f1c0d2e9a7b'],
  ])('%s is the container %s', (group, unit) => {
    expect(unitOf(group)).toBe(unit);
  });

  test.each([
    ['/init.scope', 'init.scope'],
    ['/system.slice/nginx.service', 'nginx.service'],
    ['/system.slice/systemd-udevd.service/udev', 'systemd-udevd.service'],
    ['/system.slice/system-getty.slice/getty@tty1.service', 'getty@tty1.service'],
    ['/user.slice/user-1000.slice/user@1000.service/app.slice/app-firefox-4120.scope', 'app-firefox-4120.scope'],
    ['/user.slice/user-1000.slice/session-2.scope', 'session-2.scope'],
    ['/system.slice/mnt-nas.mount', 'mnt-nas.mount'],
    ['/system.slice/cups.socket', 'cups.socket'],
    ['/user.slice/user-1000.slice', 'user-1000.slice'],
    [`/machine.slice/libpod-conmon-${ID}.scope`, `libpod-conmon-${ID}.scope`],
  ])('%s is the unit %s', (group, unit) => {
    expect(unitOf(group)).toBe(unit);
  });

  test.each(['/', '/process_api/651466ab6c2675be154df6926a51d7fa', '/lxc.payload.web', `/some/${ID}0`])(
    '%s is neither',
    (group) => {
      expect(unitOf(group)).toBeUndefined();
    },
  );
});

describe('/etc/passwd', () => {
  test('names users; of two for one id the first counts', () => {
    expect(
      parseUsers(
        'root:x:0:0:root:/root:/bin/bash\n# by hand\n\nada:x:1000:1000:Ada,,,:/home/ada:/bin/zsh\ntoor:*:0:0::/:/bin/sh\n+::::::\n',
      ),
    ).toEqual(
      new Map([
        [0, 'root'],
        [1000, 'ada'],
      ]),
    );
  });

  test('is read again for a user that it did not know, and no more', () => {
    const door = createCountingDoor({ '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n' });
    const userName = createUserNames(door);
    expect([userName(0), userName(0), userName(1000)]).toEqual(['root', 'root', '1000']);
    expect(door.counts.files).toBe(2);
    door.show({ '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nada:x:1000:1000::/home/ada:/bin/sh\n' });
    expect([userName(1000), userName(1000), userName(0)]).toEqual(['ada', 'ada', 'root']);
    expect(door.counts.files).toBe(3);
  });

  test('that may not be read leaves numbers', () => {
    const door = createCountingDoor({ '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n' });
    door.refuse('/etc/passwd');
    expect(createUserNames(door)(0)).toBe('0');
  });
});

test('what may not be read of a process is absent, and the rest is told', () => {
  const door = createCountingDoor(processFiles({ pid: 7, user: 1000, command: ['sh', '-c', 'ls'], group: '0::/init.scope\n' }));
  const facts = { user: 'u1000', command: 'sh -c ls', group: '/init.scope', unit: 'init.scope' };
  const read = () => readFacts(door, 7, (id) => `u${id}`);
  expect(read()).toEqual(facts);
  door.refuse('/proc/7/cmdline', '/proc/7/status');
  expect(read()).toEqual({ group: facts.group, unit: facts.unit });
  door.show({});
  door.refuse();
  expect(read()).toEqual({});
});
