/** How the machine that wrote a number lays its bytes: /proc/net shows addresses as the words that lie in its memory. */
export type Endianness = 'LE' | 'BE';

/**
 * "0100007F:1F90" → "127.0.0.1:8080"; "00000000000000000000000001000000:0050" → "[::1]:80". The port is written as a number, not
 * as it lies in memory. Undefined for anything else.
 */
export function parseAddress(text: string, endianness: Endianness): string | undefined {
  const [, words = '', port = ''] = /^((?:[0-9A-F]{8}){1,4}):([0-9A-F]{4})$/i.exec(text) ?? [];
  const bytes = (words.match(/.{8}/g) ?? []).flatMap((word) => bytesOf(word, endianness));
  const number = Number.parseInt(port, 16);
  if (bytes.length === 4) return `${bytes.join('.')}:${number}`;
  return bytes.length === 16 ? `${formatIpv6(bytes)}:${number}` : undefined;
}

function bytesOf(word: string, endianness: Endianness): readonly number[] {
  const bytes = (word.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  return endianness === 'LE' ? bytes.reverse() : bytes;
}

/** An IPv4 address inside of IPv6, RFC 4291. */
const MAPPED = '0,0,0,0,0,0,0,0,0,0,255,255';

/** In brackets, the longest run of zeros left out. */
function formatIpv6(bytes: readonly number[]): string {
  if (bytes.slice(0, 12).join() === MAPPED) return `[::ffff:${bytes.slice(12).join('.')}]`;
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i] ?? 0) * 256 + (bytes[2 * i + 1] ?? 0)).toString(16));
  return new URL(`http://[${groups.join(':')}]`).hostname;
}
