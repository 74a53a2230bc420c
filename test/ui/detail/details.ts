import { type Outcome, ok, unavailable } from '../../../src/metrics/outcome.ts';
import type { Detail } from '../../../src/metrics/process/detail/detail.ts';
import { createTracks } from '../../../src/processes/track.ts';
import type { Inspection } from '../../../src/ui/detail/inspection.ts';
import { processOf } from '../../harness/sample.ts';

const DENIED = unavailable('not permitted', 'run sysmon as root');

/** The detail of a web server; what isn't told otherwise may not be read. */
export function detailOf(parts: Partial<Detail> = {}): Detail {
  return {
    executable: DENIED,
    folder: DENIED,
    arguments: ok(['nginx', '-g', 'daemon off;']),
    owners: ok({ user: 'root', effectiveUser: 'www', group: 'www', effectiveGroup: 'www', furtherGroups: ['adm'] }),
    started: ok(Date.UTC(2026, 0, 1)),
    group: ok('/system.slice/nginx.service'),
    memory: ok({ resident: 2 ** 20, peak: 2 ** 21 }),
    proportional: DENIED,
    totals: DENIED,
    switches: ok({ voluntary: 7, involuntary: 1 }),
    outOfMemory: ok({ score: 667, adjustment: 0 }),
    scheduling: ok({ policy: 'other', nice: 0 }),
    waiting: ok('do_epoll_wait'),
    limits: ok([
      { name: 'cpu time', soft: Infinity, hard: Infinity, unit: 'seconds' },
      { name: 'open files', soft: 1024, hard: 524_288, unit: 'files' },
    ]),
    threads: ok({ count: 201, first: [{ id: 7, name: 'nginx', state: 'S', cpuTime: 1, usage: 0.125 }] }),
    files: ok({ count: 2, first: [{ descriptor: 3, target: '/var/log/nginx/access.log' }, { descriptor: 6 }] }),
    sockets: ok({
      count: 3,
      known: [
        { descriptor: 4, kind: 'tcp', state: 'LISTEN', local: '0.0.0.0:80' },
        { descriptor: 5, kind: 'tcp6', state: 'ESTABLISHED', local: '[::1]:80', remote: '[::1]:54242' },
      ],
      others: 1,
    }),
    ...parts,
  };
}

/** A web server. */
export const nginx = processOf(7, { name: 'nginx', user: 'www', usage: 0.25, unit: 'nginx.service', age: 3600 });

/** Looked at after thirty seconds in which it used more and more. */
export function inspectionOf(facts: Outcome<Detail> = ok(detailOf()), more: Partial<Inspection> = {}): Inspection {
  const tracks = createTracks();
  for (let second = 1; second <= 30; second += 1) {
    tracks.add([{ ...nginx, usage: second / 30 }], { monotonic: second, elapsed: 1 });
  }
  const track = tracks.whole(nginx.id);
  return {
    process: nginx,
    ancestors: [processOf(3, { name: 'bash' }), processOf(1, { name: 'systemd' })],
    facts,
    ...(track && { track }),
    ...more,
  };
}

/** The same, of whoever may read all of it. */
export function wholeDetail(): Detail {
  return detailOf({
    executable: ok('/usr/sbin/nginx'),
    folder: ok('/srv'),
    memory: ok({ resident: 2 ** 20, peak: 2 ** 21, anonymous: 2 ** 18, file: 2 ** 18, shared: 2 ** 19, swap: 0 }),
    proportional: ok({ proportional: 2 ** 19, own: 2 ** 17 }),
    totals: ok({ read: 2 ** 30, written: 0, asked: 2 ** 31, given: 2 ** 10 }),
    scheduling: ok({ policy: 'round robin', nice: 0, realtime: 5 }),
  });
}
