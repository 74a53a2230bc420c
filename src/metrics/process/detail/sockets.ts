import type { Door } from '../../../platform/door.ts';
import { present } from '../../present.ts';
import { type Endianness, parseAddress } from './address.ts';
import type { OpenedFile } from './files.ts';
import type { PartOf } from './table.ts';

/** Those that listen first, then those that are connected, each by descriptor. */
export type Sockets = PartOf<'sockets'>;
export type Socket = Sockets['known'][number];

/** A socket as a table has it. */
export type SocketEntry = Omit<Socket, 'descriptor'>;

const INTERNET = ['udp', 'udp6', 'tcp', 'tcp6'] as const;

/** The sockets among the files: their inodes, each with the first descriptor. */
export function socketInodes(files: readonly OpenedFile[]): ReadonlyMap<string, number> {
  const inodes = new Map<string, number>();
  for (const { descriptor, target } of files) {
    const inode = /^socket:\[(\d+)\]$/.exec(target ?? '')?.[1];
    if (inode !== undefined && !inodes.has(inode)) inodes.set(inode, descriptor);
  }
  return inodes;
}

/** Looks them up in the tables of the process's own network: the cheap ones first, and no further than needed. */
export function readSockets(door: Door, pid: number, inodes: ReadonlyMap<string, number>, endianness: Endianness): Sockets {
  const wanted = new Map(inodes);
  const known: Socket[] = [];
  for (const kind of ['unix', ...INTERNET] as const) {
    if (wanted.size === 0) break;
    const text = door.read(`/proc/${pid}/net/${kind}`) ?? '';
    for (const [inode, entry] of kind === 'unix' ? parseUnix(text, wanted) : parseInternet(text, kind, wanted, endianness)) {
      const descriptor = wanted.get(inode);
      if (descriptor !== undefined) known.push({ descriptor, ...entry });
      wanted.delete(inode);
    }
  }
  known.sort((a, b) => rankOf(a) - rankOf(b) || a.descriptor - b.descriptor);
  return { count: inodes.size, known, others: wanted.size };
}

type Inodes = Pick<ReadonlyMap<string, unknown>, 'has'>;

/** `/proc/PID/net/{tcp,tcp6,udp,udp6}`, proc_pid_net(5): of its lines those with one of the inodes. */
export function parseInternet(
  text: string,
  kind: (typeof INTERNET)[number],
  inodes: Inodes,
  endianness: Endianness,
): ReadonlyMap<string, SocketEntry> {
  const found = new Map<string, SocketEntry>();
  for (const line of text.split('\n').slice(1)) {
    const [, local = '', remote = '', state = '', , , , , , inode = ''] = line.trim().split(/\s+/, 10);
    if (!inodes.has(inode)) continue;
    found.set(
      inode,
      present({
        kind,
        state: kind.startsWith('udp') ? (state === CONNECTED_UDP ? 'CONNECTED' : 'OPEN') : (TCP_STATES[state] ?? state),
        local: parseAddress(local, endianness),
        // Not connected, it is told as all zeros.
        remote: /^0+:0000$/.test(remote) ? undefined : parseAddress(remote, endianness),
      }),
    );
  }
  return found;
}

/** `/proc/PID/net/unix`, unix(7): paths may hold spaces, abstract ones begin with "@". */
export function parseUnix(text: string, inodes: Inodes): ReadonlyMap<string, SocketEntry> {
  const found = new Map<string, SocketEntry>();
  for (const line of text.split('\n').slice(1)) {
    const match = /^\S+ \S+ \S+ (\S+) \S+ (\S+) +(\d+) ?(.*)$/.exec(line);
    const [, flags = '', state = '', inode = '', path = ''] = match ?? [];
    if (!inodes.has(inode)) continue;
    found.set(inode, present({ kind: 'unix' as const, state: unixState(flags, state), local: path || undefined }));
  }
  return found;
}

/** include/net/tcp_states.h */
const TCP_STATES: Readonly<Record<string, string>> = {
  '01': 'ESTABLISHED',
  '02': 'SYN_SENT',
  '03': 'SYN_RECV',
  '04': 'FIN_WAIT1',
  '05': 'FIN_WAIT2',
  '06': 'TIME_WAIT',
  '07': 'CLOSE',
  '08': 'CLOSE_WAIT',
  '09': 'LAST_ACK',
  '0A': 'LISTEN',
  '0B': 'CLOSING',
  '0C': 'SYN_RECV',
};

const CONNECTED_UDP = '01';
/** __SO_ACCEPTCON and SS_CONNECTED, include/uapi/linux/net.h */
const ACCEPTS = 0x10000;
const CONNECTED_UNIX = '03';

function unixState(flags: string, state: string): string {
  if ((Number.parseInt(flags, 16) & ACCEPTS) !== 0) return 'LISTEN';
  return state === CONNECTED_UNIX ? 'CONNECTED' : 'OPEN';
}

function rankOf({ state, kind }: Socket): number {
  const internet = kind === 'unix' ? 1 : 0;
  return (state === 'LISTEN' ? 0 : state === 'ESTABLISHED' || state === 'CONNECTED' ? 2 : 4) + internet;
}
