import net from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Endianness, parseAddress } from '../../../../src/metrics/process/detail/address.ts';

describe('an address of /proc/net', () => {
  test.each<[string, Endianness, string]>([
    ['0100007F:1F90', 'LE', '127.0.0.1:8080'],
    ['7F000001:1F90', 'BE', '127.0.0.1:8080'],
    ['00000000:0016', 'LE', '0.0.0.0:22'],
    ['0200A8C0:FFFF', 'LE', '192.168.0.2:65535'],
    ['00000000000000000000000000000000:0050', 'LE', '[::]:80'],
    ['00000000000000000000000001000000:0050', 'LE', '[::1]:80'],
    ['00000000000000000000000000000001:0050', 'BE', '[::1]:80'],
    ['B80D01200000000067452301EFCDAB89:01BB', 'LE', '[2001:db8::123:4567:89ab:cdef]:443'],
    ['20010DB8000000000123456789ABCDEF:01BB', 'BE', '[2001:db8::123:4567:89ab:cdef]:443'],
    ['0000000000000000FFFF00000100007F:0050', 'LE', '[::ffff:127.0.0.1]:80'],
    ['00000000000000000000FFFF7F000001:0050', 'BE', '[::ffff:127.0.0.1]:80'],
  ])('%s of a %s machine is %s', (text, endianness, address) => {
    expect(parseAddress(text, endianness)).toBe(address);
  });

  test.each(['', '0100007F', '0100007:1F90', 'local_address', '0100007F:', '0100007F0100007F:0050'])('%j is none', (text) => {
    expect(parseAddress(text, 'LE')).toBeUndefined();
  });

  test('is an IPv6 address for whatever bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.constantFrom<Endianness>('LE', 'BE'),
        (bytes, endianness) => {
          const [, address = ''] =
            /^\[(.*)\]:80$/.exec(parseAddress(`${Buffer.from(bytes).toString('hex')}:0050`, endianness) ?? '') ?? [];
          expect(net.isIPv6(address)).toBe(true);
        },
      ),
    );
  });
});
