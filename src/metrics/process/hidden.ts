import type { Door } from '../../platform/door.ts';
import { parseMountinfo } from '../../platform/mountinfo.ts';

/** Why not all processes are listed, and what would help: /proc is mounted with hidepid, proc(5). Undefined where they are. */
export function readHidden(door: Door): string | undefined {
  try {
    return deriveHidden(door.read('/proc/self/mountinfo') ?? '', door.read('/proc/self/status') ?? '');
  } catch {
    return undefined;
  }
}

/** Of /proc/self/mountinfo, and of what /proc/self/status says of our rights. */
export function deriveHidden(mountinfo: string, status: string): string | undefined {
  const options = parseMountinfo(mountinfo).findLast(({ mountPoint }) => mountPoint === '/proc')?.superOptions ?? [];
  const hidepid = optionOf('hidepid', options);
  if (hidepid === undefined || NOTHING_HIDDEN.has(hidepid) || mayTrace(status)) return undefined;
  const gid = optionOf('gid', options) ?? '0';
  const groupHelps = !BY_TRACING.has(hidepid);
  if (groupHelps && groupsOf(status).includes(gid)) return undefined;
  const group = groupHelps && gid !== '0' ? ` or in the group ${gid}` : '';
  return `other users' processes are hidden (hidepid=${hidepid}); run as root${group}`;
}

/** Numbers in kernels before 5.8. */
const NOTHING_HIDDEN: ReadonlySet<string> = new Set(['0', 'off']);
/** Shows what may be traced, and no group more than that. */
const BY_TRACING: ReadonlySet<string> = new Set(['4', 'ptraceable']);

function optionOf(name: string, options: readonly string[]): string | undefined {
  return options.find((option) => option.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** CAP_SYS_PTRACE, capabilities(7). */
const TRACE = 1n << 19n;

function mayTrace(status: string): boolean {
  const effective = /^CapEff:\s*([\da-f]+)$/m.exec(status)?.[1];
  return effective !== undefined && (BigInt(`0x${effective}`) & TRACE) !== 0n;
}

function groupsOf(status: string): readonly string[] {
  return [...status.matchAll(/^(?:Gid|Groups):\s*(.*)$/gm)].flatMap(([, ids = '']) => ids.split(/\s+/));
}
