import { existsSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDoor } from '../../src/platform/door.ts';
import { keepOpen } from '../../src/platform/kept-door.ts';
import { writeTree } from '../harness/tree.ts';

describe('a door for readings', () => {
  it('tells the same of a file however often a reading asks, and what is true then in the next one', () => {
    const root = writeTree({ '/proc/stat': 'cpu 1\n' });
    const door = keepOpen(createDoor(root), true);
    const told: (string | undefined)[] = [];
    for (const next of ['cpu 20\n', 'cpu 3\n', 'cpu 400\n', '']) {
      door.next();
      told.push(door.read('/proc/stat'));
      writeFileSync(path.join(root, 'proc/stat'), next);
      told.push(door.read('/proc/stat'));
    }
    const pairs = ['cpu 1\n', 'cpu 20\n', 'cpu 3\n', 'cpu 400\n'].flatMap((text) => [text, text]);
    expect(told).toEqual(pairs);
    door.next();
    expect(door.read('/proc/stat')).toBe('');
  });

  it('reads files of any length whole, in whatever characters', () => {
    const text = 'naïve 日本 '.repeat(9000);
    const door = keepOpen(createDoor(writeTree({ '/proc/stat': text })), true);
    for (let i = 0; i < 3; i++) {
      door.next();
      expect(door.read('/proc/stat')).toBe(text);
    }
  });

  it.each([
    ['/proc/diskstats', Array.from({ length: 200 }, (_, i) => `${i} 0 disk${i}`.padEnd(i % 90, ' 7'))],
    ['/proc/cpuinfo', Array.from({ length: 9 }, (_, i) => `processor: ${i} `.padEnd(1500 + i, 'x'))],
    [
      '/proc/self/mountinfo',
      ['36 1 0:30 / / rw', `37 36 0:31 / /srv rw lowerdir=${'/long'.repeat(700)}`, '38 36 0:32 / /tmp rw'],
    ],
  ])('reads %s whole, of which the kernel gives as many lines at a time as a page holds', (file, lines) => {
    const text = lines.map((line) => `${line}\n`).join('');
    let asked = 0;
    const pieceAt = (from: number) => {
      asked += 1;
      const page = text.slice(from, from + 4096);
      return page.slice(0, page.lastIndexOf('\n') + 1);
    };
    const open = () => ({ read: (into: Buffer, from = 0) => into.write(pieceAt(from), from), close() {} });
    const door = keepOpen({ ...createDoor(writeTree({ [file]: text })), open }, true);
    for (let i = 0; i < 3; i++) {
      door.next();
      expect(door.read(file)).toBe(text);
    }
    expect(asked).toBeGreaterThan(0);
  });

  it('asks once for a file that is short', () => {
    let asked = 0;
    const read = (into: Buffer, from = 0) => {
      asked += 1;
      return into.write('0.31 0.38\n'.slice(from), from);
    };
    const door = keepOpen({ ...createDoor(writeTree({ '/proc/loadavg': '' })), open: () => ({ read, close() {} }) }, true);
    for (let i = 0; i < 3; i++) {
      door.next();
      door.read('/proc/loadavg');
    }
    expect(asked).toBe(2);
  });

  it('finds what has taken the name of a device that is gone', () => {
    const root = writeTree({ '/sys/class/net/eth0/operstate': 'up\n' });
    const real = createDoor(root);
    let gone = false;
    let closed = 0;
    const file = (into: Buffer, from = 0) => (gone ? undefined : into.write('up\n'.slice(from), from));
    const door = keepOpen({ ...real, open: () => ({ read: file, close: () => (closed += 1) }) }, true);
    const read = () => {
      door.next();
      return door.read('/sys/class/net/eth0/operstate');
    };
    expect([read(), read()]).toEqual(['up\n', 'up\n']);
    gone = true;
    writeFileSync(path.join(root, 'sys/class/net/eth0/operstate'), 'down\n');
    expect(read()).toBe('down\n');
    expect(closed).toBe(1);
    rmSync(path.join(root, 'sys/class/net/eth0/operstate'));
    expect(read()).toBeUndefined();
  });

  it('asks anew outside of what the kernel keeps, for a file of a process too', () => {
    const root = writeTree({ '/etc/passwd': 'a', '/proc/7/status': 'b' });
    const door = keepOpen(createDoor(root), true);
    expect([door.read('/etc/passwd'), door.read('/proc/7/status')]).toEqual(['a', 'b']);
    writeFileSync(path.join(root, 'etc/passwd'), 'c');
    rmSync(path.join(root, 'proc/7/status'));
    expect([door.read('/etc/passwd'), door.read('/proc/7/status')]).toEqual(['c', undefined]);
  });

  it.runIf(existsSync('/proc/self/fd'))('keeps open what every reading asks for, and nothing else', () => {
    const root = writeTree({ '/proc/stat': 'x', '/proc/meminfo': 'y' });
    const door = keepOpen(createDoor(root), true);
    const open = () =>
      readdirSync('/proc/self/fd').flatMap((fd) => {
        const file = existsSync(`/proc/self/fd/${fd}`) ? readlinkSync(`/proc/self/fd/${fd}`) : '';
        return file.startsWith(root) ? path.basename(file) : [];
      });
    const reading = (...files: string[]) => {
      door.next();
      for (const file of files) door.read(file);
    };
    reading('/proc/stat', '/proc/meminfo');
    expect(open()).toEqual([]);
    reading('/proc/stat', '/proc/meminfo');
    expect(open().sort()).toEqual(['meminfo', 'stat']);
    reading('/proc/stat');
    reading('/proc/stat');
    expect(open()).toEqual(['stat']);
  });
});
