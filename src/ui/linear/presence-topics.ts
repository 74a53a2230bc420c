import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import { printable } from '../../units/cells.ts';
import type { Facts, Topic, TopicsOf } from './topic.ts';
import { capital, sayList } from './words.ts';

type Interface = ValueOf<'network'>['interfaces'][number];
type Filesystem = ValueOf<'filesystem'>[number];

/** What comes, goes and changes: network interfaces, disks, filesystems. Of each kind all that changed at once is one sentence. */
export const presenceTopics: TopicsOf = ({ sample }) => {
  const interfaces = known(sample.network)?.interfaces;
  const disks = known(sample.disk)?.devices;
  const filesystems = known(sample.filesystem);
  return [
    ...(interfaces
      ? [
          presence(
            'network interface',
            interfaces.filter(isOwn).map((one) => [one.name, stateOf(one)]),
          ),
        ]
      : []),
    ...(disks
      ? [
          presence(
            'disk',
            disks.map(({ name }) => [name, '']),
          ),
        ]
      : []),
    ...(filesystems
      ? [
          presence(
            'filesystem',
            filesystems.map((one) => [one.mount, conditionOf(one)]),
          ),
        ]
      : []),
  ];
};

/** Those of containers and virtual machines come and go all day. */
function isOwn({ counted, physical }: Interface): boolean {
  return counted || physical !== false;
}

/** What tells neither way, as the loopback interface does, is up. */
function stateOf({ state }: Interface): string {
  return state !== undefined && DOWN.has(state) ? 'down' : 'up';
}

const DOWN: ReadonlySet<string> = new Set(['down', 'lowerlayerdown', 'notpresent', 'dormant']);

function conditionOf({ silent, readOnly }: Filesystem): string {
  if (silent) return 'silent';
  return readOnly ? 'read-only' : 'writable';
}

/** How a part's new state is said. */
const STATES: Readonly<Record<string, string>> = {
  up: 'up again',
  down: 'down',
  silent: 'without an answer',
  'read-only': 'read-only now',
  writable: 'writable and answers',
};

function presence(kind: string, parts: readonly (readonly [string, string])[]): Topic {
  const facts: Facts = Object.fromEntries(parts);
  return { key: kind, facts, level: 0, tell: (told) => (told ? sayChanges(kind, facts, told) : '') };
}

/** "Network interfaces: eth1 and eth2 are new; wlan0 is gone; eth0 is down." */
function sayChanges(kind: string, now: Facts, told: Facts): string {
  const fresh = Object.keys(now).filter((name) => !Object.hasOwn(told, name));
  const gone = Object.keys(told).filter((name) => !Object.hasOwn(now, name));
  const changed = Object.keys(now).filter((name) => Object.hasOwn(told, name) && told[name] !== now[name]);
  const states = [...new Set(changed.map((name) => now[name] ?? ''))];
  const groups = [
    { names: fresh, what: 'new' },
    { names: gone, what: 'gone' },
    ...states.map((state) => ({ names: changed.filter((name) => now[name] === state), what: STATES[state] ?? state })),
  ].filter(({ names }) => names.length > 0);
  const isOne = fresh.length + gone.length + changed.length === 1;
  const said = groups.map(({ names, what }) => `${sayList(names, MOST)} ${names.length === 1 ? 'is' : 'are'} ${what}`);
  return printable(`${capital(kind)}${isOne ? ' ' : 's: '}${said.join('; ')}.`);
}

/** More names than this at once are a number. */
const MOST = 4;
