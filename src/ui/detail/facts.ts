import { known, lackOf } from '../../metrics/outcome.ts';
import type { Detail } from '../../metrics/process/detail/detail.ts';
import type { Limit } from '../../metrics/process/detail/limits.ts';
import type { DetailPart, PartOf } from '../../metrics/process/detail/table.ts';
import type { Process } from '../../processes/process.ts';
import { formatBytes, formatCount, formatDateTime, formatDuration } from '../../units/format.ts';
import type { Line } from '../draw/line.ts';
import type { Inspection } from './inspection.ts';
import type { Fact, Section } from './section.ts';
import { joined, knownFacts, named, tell, tellListed } from './telling.ts';

/** What is known of each part. */
type Known = { readonly [P in DetailPart]?: PartOf<P> };

/** Who and what it is: what the list knows, and what only it tells. `copyKey` is the key that copies the command line. */
export function factsOf(inspection: Inspection, copyKey?: string): readonly Section[] {
  const { process, facts } = inspection;
  const detail = facts?.state === 'ok' ? knownOf(facts.value) : {};
  return [
    { title: 'Process', rows: [...commandOf(process, detail, copyKey), ...identityOf(inspection, detail)] },
    { title: 'Memory', rows: memoryOf(process, detail) },
    { title: 'Running', rows: runningOf(process, detail, facts) },
    { title: 'Limits', rows: limitsOf(detail) },
  ].filter(({ rows }) => rows.length > 0);
}

function knownOf(detail: Detail): Known {
  return Object.fromEntries(Object.entries(detail).map(([part, outcome]) => [part, known<unknown>(outcome)]));
}

function commandOf(process: Process, detail: Known, copyKey: string | undefined): readonly Fact[] {
  const whole = copyKey && `${copyKey} copies all of it`;
  const all = detail.arguments?.map(quote).join(' ');
  const facts = knownFacts([['command', tell('detail.arguments', all) ?? tellListed(process, 'command', process.command)]]);
  return facts.map((fact) => ({ ...fact, whole }));
}

function identityOf({ process, ancestors }: Inspection, detail: Known): readonly Fact[] {
  const { owners, started } = detail;
  return knownFacts([
    ['executable', tell('detail.executable', detail.executable)],
    ['directory', tell('detail.folder', detail.folder)],
    ['user', owners ? userOf(owners) : tellListed(process, 'user', process.user)],
    ['groups', owners && groupsOf(owners)],
    ['started', tell('detail.started', started === undefined ? undefined : formatDateTime(started))],
    ['age', tellListed(process, 'age', process.age === undefined ? undefined : formatDuration(process.age))],
    ['parents', parentsOf(process, ancestors)],
    ['unit', tellListed(process, 'unit', process.unit)],
    ['group', tell('detail.group', detail.group) ?? tellListed(process, 'group', process.group)],
  ]);
}

/** Each by what it is the parent of. */
function parentsOf(process: Process, ancestors: readonly Process[]): Line | undefined {
  const { parent } = process;
  const children = [process, ...ancestors];
  if (ancestors.length > 0) {
    const parents = ancestors.map(({ name, pid }, i) => tell('process.all.parent', `${name} ${pid}`, children[i]?.id));
    return joined(parents, ' ← ');
  }
  return tellListed(process, 'parent', parent === 0 ? 'none' : `pid ${parent}, which isn't listed`);
}

function memoryOf(process: Process, { memory, proportional }: Known): readonly Fact[] {
  return knownFacts([
    ['resident', joined([tellListed(process, 'resident', formatBytes(process.resident)), bytes('most ever', 'peak')])],
    ['of that', joined([bytes('its own data', 'anonymous'), bytes('files', 'file'), bytes('shared', 'shared')])],
    [
      'fair share',
      proportional &&
        joined([
          tell('detail.proportional.proportional', formatBytes(proportional.proportional)),
          named('freed if it ends', tell('detail.proportional.own', formatBytes(proportional.own))),
        ]),
    ],
    ['swapped', bytes('', 'swap')],
    ['virtual', tellListed(process, 'virtual', process.virtual === undefined ? undefined : formatBytes(process.virtual))],
  ]);

  function bytes(name: string, field: keyof PartOf<'memory'>): Line | undefined {
    const value = memory?.[field];
    return value === undefined ? undefined : named(name, tell(`detail.memory.${field}`, formatBytes(value)));
  }
}

function runningOf(process: Process, detail: Known, facts: Inspection['facts']): readonly Fact[] {
  const { totals, scheduling, switches, outOfMemory: memory } = detail;
  const lack = facts?.state === 'ok' ? lackOf(facts.value.waiting) : undefined;
  const nice = scheduling
    ? tell('detail.scheduling.nice', String(scheduling.nice))
    : tellListed(process, 'nice', numeral(process.nice));
  return knownFacts([
    ['CPU time', tellListed(process, 'cpuTime', process.cpuTime === undefined ? undefined : formatDuration(process.cpuTime))],
    [
      'scheduling',
      joined([
        named('policy', tell('detail.scheduling.policy', scheduling?.policy)),
        named('real-time', tell('detail.scheduling.realtime', numeral(scheduling?.realtime))),
        named('nice', nice),
        named('priority', tellListed(process, 'priority', numeral(process.priority))),
      ]),
    ],
    ['waits in', tell('detail.waiting', detail.waiting ?? lack)],
    [
      'switches',
      switches &&
        joined([
          named(tell('detail.switches.voluntary', String(switches.voluntary)), 'voluntary'),
          named(tell('detail.switches.involuntary', String(switches.involuntary)), 'involuntary'),
        ]),
    ],
    [
      'OOM score',
      memory &&
        joined([
          tell('detail.out_of_memory.score', String(memory.score)),
          named('adjusted by', tell('detail.out_of_memory.adjustment', String(memory.adjustment))),
        ]),
    ],
    [
      'disk I/O',
      totals &&
        joined([
          named(tell('detail.totals.read', formatBytes(totals.read)), 'read'),
          named(tell('detail.totals.written', formatBytes(totals.written)), 'written'),
        ]),
    ],
    [
      'calls',
      totals &&
        joined([
          named(tell('detail.totals.asked', formatBytes(totals.asked)), 'by read'),
          named(tell('detail.totals.given', formatBytes(totals.given)), 'by write'),
        ]),
    ],
  ]);
}

/** Soft limits, and hard ones where they are others. */
function limitsOf({ limits = [] }: Known): readonly Fact[] {
  return knownFacts(
    limits
      .filter(({ soft, hard }) => Number.isFinite(soft) || Number.isFinite(hard))
      .map((limit) => {
        const { name, soft, hard } = limit;
        const most = Number.isFinite(hard) ? `at most ${formatLimit(hard, limit)}` : 'as much as it asks for';
        const further = soft === hard ? undefined : tell('detail.limits.hard', most, name);
        return [SHORT[name] ?? name, joined([tell('detail.limits.soft', formatLimit(soft, limit), name), further])];
      }),
  );
}

function formatLimit(limit: number, { unit }: Limit): string {
  if (!Number.isFinite(limit)) return 'none';
  if (unit === 'bytes') return formatBytes(limit);
  return limit < 100_000 ? String(limit) : formatCount(limit);
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

function userOf({ user, effectiveUser }: PartOf<'owners'>): Line | undefined {
  const real = user === effectiveUser ? undefined : named('started by', tell('detail.owners.user', user));
  return joined([tell('detail.owners.effective_user', effectiveUser), real]);
}

function groupsOf({ group, effectiveGroup, furtherGroups }: PartOf<'owners'>): Line | undefined {
  const further = furtherGroups.filter((name) => name !== group && name !== effectiveGroup);
  return joined([
    tell('detail.owners.effective_group', effectiveGroup),
    group === effectiveGroup ? undefined : named('started as', tell('detail.owners.group', group)),
    ...further.map((name) => tell('detail.owners.further_groups', name)),
  ]);
}

/** As a shell would take it. */
function quote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

function numeral(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
