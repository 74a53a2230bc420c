import { present } from '../../present.ts';
import type { PartOf } from './table.ts';

/** What `/proc/PID/status` tells beyond the line of stat; proc_pid_status(5). */
export interface ProcessStatus {
  readonly users?: Ids;
  readonly groups?: Ids;
  /** Further groups that it belongs to. */
  readonly furtherGroups: readonly number[];
  /** Absent for threads of the kernel and zombies, which have no memory of their own. */
  readonly memory?: PartOf<'memory'>;
  readonly switches?: PartOf<'switches'>;
}

/** Who started it, and whose rights it has. */
export interface Ids {
  readonly real: number;
  readonly effective: number;
}

export function parseStatus(text: string): ProcessStatus {
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(text)?.[1]?.trim();
  const bytes = (name: string) => {
    const match = /^(\d+) kB$/.exec(field(name) ?? '');
    return match ? Number(match[1]) * 1024 : undefined;
  };
  const resident = bytes('VmRSS');
  const [voluntary, involuntary] = [field('voluntary_ctxt_switches'), field('nonvoluntary_ctxt_switches')];
  return present({
    users: parseIds(field('Uid')),
    groups: parseIds(field('Gid')),
    furtherGroups: (field('Groups') || undefined)?.split(/\s+/).map(Number) ?? [],
    memory:
      resident === undefined
        ? undefined
        : present({
            resident,
            peak: bytes('VmHWM'),
            anonymous: bytes('RssAnon'),
            file: bytes('RssFile'),
            shared: bytes('RssShmem'),
            swap: bytes('VmSwap'),
          }),
    switches:
      voluntary === undefined || involuntary === undefined
        ? undefined
        : { voluntary: Number(voluntary), involuntary: Number(involuntary) },
  });
}

/** "real effective saved filesystem" */
function parseIds(text: string | undefined): Ids | undefined {
  const [real, effective] = text?.split(/\s+/).map(Number) ?? [];
  return real === undefined || effective === undefined ? undefined : { real, effective };
}
