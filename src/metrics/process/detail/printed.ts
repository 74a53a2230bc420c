import type { Limit } from './limits.ts';
import type { PartOf } from './table.ts';

/** What others print of a detail, by the value's name; see metrics/printed.ts. */
export const detailPrinters = {
  'detail.proportional.proportional': ({ proportional }: PartOf<'proportional'>) => ({ 'ps PSS': kibibytes(proportional) }),
  'detail.proportional.own': ({ own }: PartOf<'proportional'>) => ({ 'ps USS': kibibytes(own) }),
  'detail.scheduling.policy': ({ policy }: PartOf<'scheduling'>) => ({ 'ps CLS': CLASSES[policy] ?? '?' }),
  // It tells none where a nice value has no meaning.
  'detail.scheduling.nice': ({ policy, nice }: PartOf<'scheduling'>) => ({
    'ps NI': policy === 'other' || policy === 'batch' ? String(nice) : '-',
  }),
  'detail.scheduling.realtime': ({ realtime }: PartOf<'scheduling'>) => ({ 'ps RTPRIO': String(realtime ?? '-') }),
  'detail.limits.soft': (limit: Limit) => ulimit(limit, 'S', limit.soft),
  'detail.limits.hard': (limit: Limit) => ulimit(limit, 'H', limit.hard),
} as const;

function kibibytes(bytes: number): string {
  return String(bytes / 1024);
}

const CLASSES: Readonly<Record<string, string>> = {
  other: 'TS',
  fifo: 'FF',
  'round robin': 'RR',
  batch: 'B',
  idle: 'IDL',
  deadline: 'DLN',
};

/** As bash's, which counts most sizes in KiB. */
function ulimit({ name }: Limit, kind: 'S' | 'H', limit: number): Readonly<Record<string, string>> {
  const flag = FLAGS[name];
  if (flag === undefined) return {};
  const text = Number.isFinite(limit) ? String(KIBIBYTES.has(flag) ? Math.floor(limit / 1024) : limit) : 'unlimited';
  return { [`ulimit -${kind}${flag}`]: text };
}

const FLAGS: Readonly<Record<string, string>> = {
  'cpu time': 't',
  'file size': 'f',
  'data size': 'd',
  'stack size': 's',
  'core file size': 'c',
  'resident set': 'm',
  processes: 'u',
  'open files': 'n',
  'locked memory': 'l',
  'address space': 'v',
  'file locks': 'x',
  'pending signals': 'i',
  'msgqueue size': 'q',
  'nice priority': 'e',
  'realtime priority': 'r',
  'realtime timeout': 'R',
};

const KIBIBYTES: ReadonlySet<string> = new Set(['f', 'd', 's', 'c', 'm', 'l', 'v']);
