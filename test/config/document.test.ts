import { describe, expect, it } from 'vitest';
import { parseConfigDocument } from '../../src/config/document.ts';

const TOP =
  'interval, save-dir, budget, panels, preset, layouts, theme, color, keys, bindings, ascii, graph, mouse, rest, linear, readonly, alerts, snapshot-processes or snapshot-folder';

describe('a configuration file', () => {
  it('gives the values of its keys, and their lines', () => {
    const { values, lines, problems } = parseConfigDocument(`# mine
interval: 500ms
panels: [cpu, network]
color: 256
units:
  network: bits
thresholds: { cpu: 70%, critical: 0.99 }
network:
  exclude:
    - veth*
    - "*"
filesystems:
  # include: [/proc]
`);
    expect(problems).toEqual([]);
    expect(values).toEqual({
      interval: 0.5,
      panels: ['cpu', 'network'],
      color: '256',
      networkUnit: 'bits',
      cpuThreshold: 0.7,
      criticalThreshold: 0.99,
      networkExclude: ['veth*', '*'],
    });
    expect(lines).toMatchObject({ interval: 2, networkUnit: 6, criticalThreshold: 7, networkExclude: 9 });
  });

  it.each([
    ['nothing', ''],
    ['comments', '# interval: 2\n'],
    ['a byte order mark', '\ufeff'],
    ['an empty document', '---\n...\n'],
    ['an empty map', '{}'],
    ['a map of which all is commented out', 'units:\n#  network: bits\n'],
  ])('may hold only %s', (_, text) => {
    expect(parseConfigDocument(text)).toEqual({ values: {}, lines: {}, places: {}, problems: [] });
  });

  it.each([
    ['a key misspelt', 'theme: dark\nintervall: 2\n', ['2:1: there is no key intervall; did you mean interval?']],
    [
      'a key unheard of',
      'colour-scheme: dark\n',
      [`1:1: there is no key colour-scheme; use units, thresholds, network, disks, filesystems, processes, ${TOP}`],
    ],
    ['a key misspelt in a map', 'units:\n  netwrok: bits\n', ['2:3: there is no key units.netwrok; did you mean units.network?']],
    [
      'a key unheard of in a map',
      'units: {pressure: bar}',
      ['1:9: there is no key units.pressure; use units.network or units.temperature'],
    ],
    ['a key with a dot', 'units.network: bits', ['1:1: units.network is no one word; write units:, and below it network: …']],
    [
      'a value out of place',
      'theme:\n  - dark\n',
      ['2:3: theme: a list is not a theme; write a name like dark, or the path of a file'],
    ],
    ['a map that is none', 'units: bits', ['1:8: units: "bits" is not a map; write KEY: VALUE, a line each']],
    ['a list for a file', '- theme: dark', ['1:1: a list is not a map; write KEY: VALUE, a line each']],
    [
      'a value missing',
      'interval:\ntheme: dark\n',
      ['1:10: interval: nothing is not a length of time from 0.1s to 1h; write one like 2, 0.5, 500ms or 1m'],
    ],
    [
      'a wrong item of a list',
      'panels:\n  - cpu\n  - gpu\n',
      ['3:5: panels: "gpu" is not known; did you mean cpu? Use cpu, memory, disks, network, sensors or processes'],
    ],
    [
      'a wrong column of processes',
      'processes:\n  columns: [pid, user, comand]\n',
      [
        '2:24: processes.columns: "comand" is not known; did you mean command? Use pid, ppid, user, state, nice, priority, threads, time, age, virtual, resident, shared, memory, read, write, io, files, unit, group, cpu, history or command',
      ],
    ],
    [
      'a wrong rule',
      'alerts: ["cpu.usage > 90%", "cpu.usage >"]',
      [
        '1:29: alerts: Rule "cpu.usage >": write METRIC[ITEM] > VALUE [for DURATION] [warning|critical], like cpu.usage > 80% for 10s',
      ],
    ],
    ['a key twice', 'theme: dark\ntheme: light\n', ['2:1: this key stands here a second time; leave one out']],
    ['a second document', 'theme: dark\n---\nascii: true\n', ['2:1: a second document begins here; write everything into one']],
    [
      'a star without quotes',
      'network:\n  exclude: [*lan]\n',
      ['2:13: *lan is a YAML alias, which is not known here; as text, write "*lan"'],
    ],
    [
      'a bracket that stays open',
      'panels: [cpu,\ntheme: dark\n',
      ['2:1: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    ['a tab', 'units:\n\tnetwork: bits\n', ['2:1: Tabs are not allowed as indentation']],
    ['an unknown tag', 'theme: !mine dark', ['1:8: Unresolved tag: !mine']],
  ])('is refused for %s', (_, text, problems) => {
    expect(parseConfigDocument(text).problems).toEqual(problems);
  });

  it('tells all that is wrong, in the order of the file', () => {
    expect(
      parseConfigDocument('theme: 1\ntheme: dark\nunits: {network: byte}\nfoo: 1').problems.map((problem) =>
        problem.slice(0, 10),
      ),
    ).toEqual(['1:8: theme', '2:1: this ', '3:18: unit', '4:1: there']);
  });
});
