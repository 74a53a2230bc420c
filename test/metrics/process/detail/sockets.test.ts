import { describe, expect, test } from 'vitest';
import { parseInternet, parseUnix, readSockets, socketInodes } from '../../../../src/metrics/process/detail/sockets.ts';
import { createDoor } from '../../../../src/platform/door.ts';
import { writeTree } from '../../../harness/tree.ts';

const TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0000000030f52aac 100 0 0 10 0
   1: 0100007F:1F90 0100007F:D3E2 01 00000000:00000000 02:000A5F3C 00000000  1000        0 4712 2 00000000c1f52aac 20 4 30 10 -1
   2: 0200A8C0:9C40 08080808:01BB 06 00000000:00000000 03:00000F4A 00000000     0        0 0 3 0000000030f52aad
   3: 0200A8C0:9C41 08080808:01BB 0E 00000000:00000000 03:00000F4A 00000000     0        0 4713 3 0000000030f52aad
`;
const UDP6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  123: 00000000000000000000000000000000:14E9 00000000000000000000000000000000:0000 07 00000000:00000000 00:00000000 00000000   105        0 815 2 000000000bad0000 0
  124: 00000000000000000000000001000000:14EA 00000000000000000000000001000000:0035 01 00000000:00000000 00:00000000 00000000   105        0 816 2 000000000bad0000 0
`;
const UNIX = `Num       RefCount Protocol Flags    Type St Inode Path
00000000b05e4378: 00000003 00000000 00000000 0001 03 472192
000000006f0831b6: 00000002 00000000 00010000 0001 01    90 /run/a socket
000000006f0831b7: 00000002 00000000 00000000 0002 01 472193 @/tmp/abstract
`;

const inodes = (...all: readonly string[]) => new Set(all);

describe('/proc/PID/net/tcp', () => {
  test('tells of the sockets asked for how they stand, and to whom they are connected', () => {
    expect([...parseInternet(TCP, 'tcp', inodes('4711', '4712', '4713', '9'), 'LE')]).toEqual([
      ['4711', { kind: 'tcp', state: 'LISTEN', local: '127.0.0.1:8080' }],
      ['4712', { kind: 'tcp', state: 'ESTABLISHED', local: '127.0.0.1:8080', remote: '127.0.0.1:54242' }],
      ['4713', { kind: 'tcp', state: '0E', local: '192.168.0.2:40001', remote: '8.8.8.8:443' }],
    ]);
  });
});

describe('/proc/PID/net/udp6', () => {
  test('tells of sockets without a connection no state of TCP', () => {
    expect([...parseInternet(UDP6, 'udp6', inodes('815', '816'), 'LE').values()]).toEqual([
      { kind: 'udp6', state: 'OPEN', local: '[::]:5353' },
      { kind: 'udp6', state: 'CONNECTED', local: '[::1]:5354', remote: '[::1]:53' },
    ]);
  });
});

describe('/proc/PID/net/unix', () => {
  test('tells who accepts, and paths with their blanks', () => {
    expect([...parseUnix(UNIX, inodes('472192', '90', '472193'))]).toEqual([
      ['472192', { kind: 'unix', state: 'CONNECTED' }],
      ['90', { kind: 'unix', state: 'LISTEN', local: '/run/a socket' }],
      ['472193', { kind: 'unix', state: 'OPEN', local: '@/tmp/abstract' }],
    ]);
  });
});

describe('the sockets of a process', () => {
  const door = createDoor(writeTree({ '/proc/7/net/tcp': TCP, '/proc/7/net/unix': UNIX }));
  const files = [
    { descriptor: 0, target: '/dev/null' },
    { descriptor: 3, target: 'socket:[472192]' },
    { descriptor: 4, target: 'socket:[4712]' },
    { descriptor: 5, target: 'socket:[4711]' },
    { descriptor: 6, target: 'socket:[4711]' },
    { descriptor: 7, target: 'socket:[90]' },
    { descriptor: 8, target: 'socket:[666]' },
    { descriptor: 9 },
  ];

  test('listen first, are listed once each, and are counted where no table knows them', () => {
    const { known, others } = readSockets(door, 7, socketInodes(files), 'LE');
    expect(known.map(({ descriptor, kind, state }) => `${descriptor} ${kind} ${state}`)).toEqual([
      '5 tcp LISTEN',
      '7 unix LISTEN',
      '4 tcp ESTABLISHED',
      '3 unix CONNECTED',
    ]);
    expect(others).toBe(1);
  });

  test('cost no table that is not needed', () => {
    const read: string[] = [];
    const counting = { ...door, read: (path: string) => (read.push(path) > 0 ? door.read(path) : undefined) };
    expect(readSockets(counting, 7, socketInodes(files.slice(0, 1)), 'LE')).toEqual({ count: 0, known: [], others: 0 });
    expect(read).toEqual([]);
    expect(readSockets(counting, 7, socketInodes(files.slice(0, 2)), 'LE').known).toHaveLength(1);
    expect(read).toEqual(['/proc/7/net/unix']);
  });
});
