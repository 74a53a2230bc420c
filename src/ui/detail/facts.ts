import { known, lackOf, type Outcome } from '../../metrics/outcome.ts';
import type { Detail, Owners } from '../../metrics/process/detail/detail.ts';
import type { Process } from '../../processes/process.ts';
import { formatBytes, formatCount, formatDateTime, formatDuration } from '../../units/format.ts';
import type { Inspection } from './inspection.ts';
import type { Fact, Section } from './section.ts';

/** Who and what it is: what the list knows, and what only it tells. `copyKey` is the key that copies the command line. */
export function factsOf({ process, ancestors, facts }: Inspection, copyKey?: string): readonly Section[] {
  const detail = facts?.state === 'ok' ? facts.value : undefined;
  return [
    { title: 'Process', rows: [...commandOf(process, detail, copyKey), ...identityOf(process, ancestors, detail)] },
    { title: 'Memory', rows: memoryOf(process, detail) },
    { title: 'Running', rows: runningOf(process, detail) },
    { title: 'Limits', rows: limitsOf(detail) },
  ].filter(({ rows }) => rows.length > 0);
}

/** What couldn't be read, and what would help, once for each reason; no section where nothing is missing. */
export function lacksOf({ facts }: Inspection): readonly Section[] {
  const rows = facts ? lackRows(facts) : [];
  return rows.length > 0 ? [{ title: 'Not known', rows }] : [];
}

function commandOf(process: Process, detail: Detail | undefined, copyKey: string | undefined): readonly Fact[] {
  const whole = copyKey && `${copyKey} copies all of it`;
  const facts = compact([['command', told(detail?.arguments, (all) => all.map(quote).join(' ')) ?? process.command]]);
  return facts.map((fact) => ({ ...fact, whole }));
}

function identityOf(process: Process, ancestors: readonly Process[], detail: Detail | undefined): readonly Fact[] {
  return compact([
    ['executable', told(detail?.executable, same)],
    ['directory', told(detail?.folder, same)],
    ['user', told(detail?.owners, userOf) ?? process.user],
    ['groups', told(detail?.owners, groupsOf)],
    ['started', told(detail?.started, formatDateTime)],
    ['age', process.age === undefined ? undefined : formatDuration(process.age)],
    ['parents', parentsOf(process, ancestors)],
    ['unit', process.unit],
    ['group', told(detail?.group, same) ?? process.group],
  ]);
}

function parentsOf({ parent }: Process, ancestors: readonly Process[]): string {
  if (ancestors.length > 0) return ancestors.map(({ name, pid }) => `${name} ${pid}`).join(' ← ');
  return parent === 0 ? 'none' : `pid ${parent}, which isn't listed`;
}

function memoryOf(process: Process, detail: Detail | undefined): readonly Fact[] {
  const memory = detail && known(detail.memory);
  const proportional = detail && known(detail.proportional);
  return compact([
    ['resident', joined([formatBytes(process.resident), bytes('most ever', memory?.peak)])],
    [
      'of that',
      joined([bytes('its own data', memory?.anonymous), bytes('files', memory?.file), bytes('shared', memory?.shared)]),
    ],
    ['fair share', proportional && joined([formatBytes(proportional.proportional), bytes('freed if it ends', proportional.own)])],
    ['swapped', memory?.swap === undefined ? undefined : formatBytes(memory.swap)],
    ['virtual', process.virtual === undefined ? undefined : formatBytes(process.virtual)],
  ]);
}

function runningOf(process: Process, detail: Detail | undefined): readonly Fact[] {
  const totals = detail && known(detail.totals);
  const scheduling = detail && known(detail.scheduling);
  const nice = scheduling?.nice ?? process.nice;
  return compact([
    ['CPU time', process.cpuTime === undefined ? undefined : formatDuration(process.cpuTime)],
    [
      'scheduling',
      joined([
        scheduling && `policy ${scheduling.policy}`,
        scheduling?.realtime === undefined ? undefined : `real-time ${scheduling.realtime}`,
        nice === undefined ? undefined : `nice ${nice}`,
        process.priority === undefined ? undefined : `priority ${process.priority}`,
      ]),
    ],
    ['waits in', detail && (known(detail.waiting) ?? lackOf(detail.waiting))],
    ['switches', told(detail?.switches, (one) => `${one.voluntary} voluntary, ${one.involuntary} involuntary`)],
    ['OOM score', told(detail?.outOfMemory, (one) => `${one.score}, adjusted by ${one.adjustment}`)],
    ['disk I/O', totals && `${formatBytes(totals.read)} read, ${formatBytes(totals.written)} written`],
    ['calls', totals && `${formatBytes(totals.asked)} by read, ${formatBytes(totals.given)} by write`],
  ]);
}

/** Soft limits, and hard ones where they are others. */
function limitsOf(detail: Detail | undefined): readonly Fact[] {
  return ((detail && known(detail.limits)) ?? [])
    .filter(({ soft, hard }) => Number.isFinite(soft) || Number.isFinite(hard))
    .map(({ name, soft, hard, unit }) => {
      const format = (limit: number) =>
        Number.isFinite(limit)
          ? unit === 'bytes'
            ? formatBytes(limit)
            : limit < 100_000
              ? String(limit)
              : formatCount(limit)
          : 'none';
      const most = Number.isFinite(hard) ? `at most ${format(hard)}` : 'as much as it asks for';
      return { label: SHORT[name] ?? name, value: soft === hard ? format(soft) : `${format(soft)}, ${most}` };
    });
}

/** Names that are longer than a label. */
const SHORT: Readonly<Record<string, string>> = {
  'core file size': 'core file',
  'locked memory': 'locked mem.',
  'address space': 'addr. space',
  'pending signals': 'signals',
  'msgqueue size': 'msg. queue',
  'nice priority': 'nice',
  'realtime priority': 'real-time',
  'realtime timeout': 'rt timeout',
  'resident set': 'resident',
};

const PARTS: readonly (readonly [keyof Detail, string])[] = [
  ['executable', 'executable'],
  ['folder', 'working directory'],
  ['arguments', 'arguments'],
  ['owners', 'owners'],
  ['started', 'start'],
  ['group', 'control group'],
  ['memory', 'memory'],
  ['proportional', 'fair share of memory'],
  ['totals', 'I/O'],
  ['switches', 'context switches'],
  ['outOfMemory', 'OOM score'],
  ['scheduling', 'scheduling'],
  ['limits', 'limits'],
  ['threads', 'threads'],
  ['files', 'open files'],
  ['sockets', 'sockets'],
];

function lackRows(facts: Outcome<Detail>): readonly Fact[] {
  if (facts.state !== 'ok') return [{ label: '', value: lackOf(facts) ?? '' }];
  const names = new Map<string, string[]>();
  for (const [part, name] of PARTS) {
    const lack = lackOf(facts.value[part]);
    if (lack !== undefined) names.set(lack, [...(names.get(lack) ?? []), name]);
  }
  return [...names].map(([lack, all]) => ({ label: '', value: `${all.join(', ')}: ${lack}` }));
}

function userOf({ user, effectiveUser }: Owners): string {
  return user === effectiveUser ? user : `${effectiveUser}, started by ${user}`;
}

function groupsOf({ group, effectiveGroup, furtherGroups }: Owners): string {
  const own = group === effectiveGroup ? group : `${effectiveGroup}, started as ${group}`;
  const further = furtherGroups.filter((name) => name !== group && name !== effectiveGroup);
  return [own, ...further].join(', ');
}

/** As a shell would take it. */
function quote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

function told<T>(outcome: Outcome<T> | undefined, format: (value: T) => string): string | undefined {
  const value = outcome && known(outcome);
  return value === undefined ? undefined : format(value);
}

function same(text: string): string {
  return text;
}

function bytes(name: string, value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${name} ${formatBytes(value)}`;
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(', ') || undefined;
}

function compact(facts: readonly (readonly [string, string | undefined])[]): readonly Fact[] {
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
