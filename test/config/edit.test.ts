import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfigDocument } from '../../src/config/document.ts';
import { type Edit, editConfigText } from '../../src/config/edit.ts';

function edit(text: string, changes: Readonly<Record<string, Edit['written']>>): string {
  return editConfigText(
    text,
    Object.entries(changes).map(([key, written]) => ({ key, written })),
  );
}

describe('changing a configuration file', () => {
  it('changes a value, and nothing else on its line', () => {
    expect(edit('theme:   dark    # mine\n', { theme: 'light' })).toBe('theme:   light    # mine\n');
    expect(edit('theme: "dark"\r\n# end', { theme: 'light' })).toBe('theme: light\r\n# end');
    expect(edit('theme: &a dark\n', { theme: 'light' })).toBe('theme: &a light\n');
    expect(edit('snapshot-folder: |-\n  /tmp\ntheme: dark\n', { 'snapshot-folder': '~/x' })).toBe(
      'snapshot-folder: ~/x\ntheme: dark\n',
    );
  });

  it('adds what is not there at the end, or in its section', () => {
    expect(edit('', { theme: 'light' })).toBe('theme: light\n');
    expect(edit('# only words', { theme: 'light' })).toBe('# only words\ntheme: light\n');
    expect(edit('theme: dark\n...\n', { ascii: true })).toBe('theme: dark\nascii: true\n...\n');
    expect(edit('ascii: true\r\n', { 'units.network': 'bits' })).toBe('ascii: true\r\nunits:\r\n  network: bits\r\n');
    expect(
      edit('units:\n    network: bits # why\n    # temperature: celsius\ntheme: dark\n', { 'units.temperature': 'fahrenheit' }),
    ).toBe('units:\n    network: bits # why\n    temperature: fahrenheit\n    # temperature: celsius\ntheme: dark\n');
    expect(edit('units: # here\n  # network: bits\ntheme: dark', { 'units.network': 'bits' })).toBe(
      'units: # here\n  network: bits\n  # network: bits\ntheme: dark',
    );
    expect(edit('{}', { theme: 'light', 'units.network': 'bits' })).toBe('{theme: light, units: {network: bits}}');
    expect(edit('thresholds: { cpu: 70% } # x\n', { 'thresholds.memory': '80%' })).toBe(
      'thresholds: { cpu: 70%, memory: 80% } # x\n',
    );
  });

  it('keeps the lines and comments of a map in braces', () => {
    const text = 'thresholds: {\n  cpu: 70%, # why\n  # much\n  "memory": 80%  # so\n}\n';
    expect(edit(text, { 'thresholds.cpu': '75%' })).toBe(text.replace('70%', '75%'));
    expect(edit(text, { 'thresholds.memory': '85%', 'thresholds.critical': '99%' })).toBe(
      text.replace('80%', '85%, critical: 99%'),
    );
    expect(edit('{ # mine\n  theme: dark, }', { theme: 'a, b', ascii: true, 'units.network': 'bits' })).toBe(
      '{ # mine\n  theme: "a, b", ascii: true, units: {network: bits}, }',
    );
    expect(edit('{units: , theme: dark}', { 'units.network': 'bits' })).toBe('{units: {network: bits}, theme: dark}');
    expect(edit(text, { 'thresholds.cpu': undefined })).toContain('# so');
  });

  it('keeps the lines of the items that stay in a list', () => {
    const text = 'disks:\n  exclude:\n    # these\n    - ram0   # small\n    # all\n    - "loop*"\n  # end\ntheme: dark\n';
    expect(edit(text, { 'disks.exclude': ['loop*', 'ram0', 'sr0'] })).toBe(
      'disks:\n  exclude:\n    # these\n    # all\n    - "loop*"\n    - ram0   # small\n    - sr0\n  # end\ntheme: dark\n',
    );
    expect(edit(text, { 'disks.exclude': [] })).toBe('disks:\n  exclude: []\n  # end\ntheme: dark\n');
    expect(edit('panels: [ "cpu", memory ] # two\n', { panels: ['cpu', 'network'] })).toBe('panels: ["cpu", network] # two\n');
  });

  it('keeps the comments in a list in brackets, as lines that the section holds', () => {
    const text = 'processes:\r\n  columns: [\r\n    pid, # p\r\n    # of cpu\r\n    cpu\r\n  ] # end\r\nascii: true\r\n';
    const edited = edit(text, { 'processes.columns': ['pid', 'user', 'cpu'] });
    expect(edited).toBe(
      'processes:\r\n  columns: [\r\n    pid, # p\r\n    user,\r\n    # of cpu\r\n    cpu\r\n  ] # end\r\nascii: true\r\n',
    );
    expect(parseConfigDocument(edited).problems).toEqual([]);
  });

  it('takes out an entry with its line', () => {
    expect(edit('# how often\ninterval: 2s # slow\ntheme: dark\n', { interval: undefined })).toBe('# how often\ntheme: dark\n');
    expect(edit('processes:\n  columns:\n    - pid\n    - cpu\nascii: true', { 'processes.columns': undefined })).toBe(
      'processes:\nascii: true',
    );
    expect(edit('theme: dark\n', { interval: undefined, 'units.network': undefined })).toBe('theme: dark\n');
  });

  it('is exact, whatever the file looks like: the changed entries mean the new, all other lines stay', () => {
    fc.assert(
      fc.property(anyFile, anyEdits, ({ chunks, lineEnd, end }, edits) => {
        const text = chunks.map(({ lines }) => lines.join(lineEnd)).join(lineEnd) + (end ? lineEnd : '');
        const before = parseConfigDocument(text);
        expect(before.problems).toEqual([]);
        const edited = edit(text, edits);
        const after = parseConfigDocument(edited);
        expect(after.problems).toEqual([]);
        const expected = { ...before.values };
        for (const [key, written] of Object.entries(edits)) {
          const wanted = parseConfigDocument(alone(key, written)).values;
          const [name] = Object.keys(parseConfigDocument(alone(key, SAMPLES[key]?.[0])).values);
          delete expected[name as keyof typeof expected];
          Object.assign(expected, wanted);
        }
        expect(after.values).toEqual(expected);
        // In their order: every line that is not of a changed entry.
        const left = edited.split('\n');
        for (const { key, lines } of chunks) {
          if (key !== undefined && Object.hasOwn(edits, key)) continue;
          for (const line of lines) {
            const at = left.findIndex((one) => one.replace(/\r$/, '') === line);
            expect(at, `${line} in ${JSON.stringify(edited)}`).toBeGreaterThanOrEqual(0);
            left.splice(0, at + 1);
          }
        }
        if (lineEnd === '\r\n') expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
      }),
      { numRuns: 500 },
    );
  });
});

/** As YAML, by key: the writings of a file, and values to change to. */
const SAMPLES: Readonly<Record<string, readonly NonNullable<Edit['written']>[]>> = {
  theme: ['light', 'dark'],
  ascii: [true, false],
  interval: ['0.5s', '1h'],
  color: ['256', 'auto'],
  panels: [['cpu'], ['network', 'memory', 'cpu']],
  'units.network': ['bits', 'bytes'],
  'units.temperature': ['fahrenheit', 'celsius'],
  'disks.exclude': [[], ['sd*', 'a: b', '#x'], ['loop*']],
};

function alone(key: string, written: Edit['written']): string {
  return written === undefined ? '' : edit('', { [key]: written });
}

const anyEdits = fc
  .uniqueArray(fc.constantFrom(...Object.keys(SAMPLES)), { minLength: 1, maxLength: 4 })
  .chain((keys) =>
    fc.record(
      Object.fromEntries(
        keys.map((key) => [key, fc.constantFrom(...(SAMPLES[key] ?? []), ...(key === 'theme' ? [undefined] : []))]),
      ),
    ),
  );

const WRITINGS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  theme: [['theme: dark'], ['theme:   "light"   # mine'], ['theme: &x dark'], ['"theme": dark'], ['theme: >-', '  dark']],
  ascii: [['ascii: true # yes'], ['ascii:', '  false']],
  interval: [['interval: 2'], ["interval: '500ms'"]],
  color: [['color: 256'], ['color: auto']],
  panels: [
    ['panels: [cpu, network] # two'],
    ['panels:', '  # first', '  - cpu  # one', '  - memory'],
    ['panels:', '- network'],
    ['panels: [', '  cpu,', '  memory', ' ]'],
  ],
  'units.network': [['  network: bits']],
  'units.temperature': [['  temperature:   celsius # C']],
  'disks.exclude': [['  exclude: ["sd*"]'], ['  exclude:', '    - "loop*" # many', '    # none', '    - sr0']],
};

interface Chunk {
  readonly key?: string;
  readonly lines: readonly string[];
}

const anyComment = fc.constantFrom<Chunk>({ lines: ['# theme: light'] }, { lines: [''] }, { lines: ['# so   far', ''] });

function anyEntries(...keys: readonly string[]) {
  const entries = keys.map((key) =>
    fc.option(
      fc.constantFrom(...(WRITINGS[key] ?? [])).map((lines): Chunk => ({ key, lines })),
      { nil: undefined },
    ),
  );
  return fc.tuple(...entries).chain((all) =>
    fc.shuffledSubarray(
      all.filter((one) => one !== undefined),
      { minLength: all.filter((one) => one !== undefined).length },
    ),
  );
}

function anySection(name: string, ...keys: readonly string[]) {
  return fc.option(
    anyEntries(...keys).map((entries): readonly Chunk[] => [{ lines: [`${name}: # section`, '  # of these'] }, ...entries]),
    { nil: [] as readonly Chunk[] },
  );
}

const anyFile = fc
  .tuple(
    anyEntries('theme', 'ascii', 'interval', 'color', 'panels').map((entries) =>
      entries.map((entry): readonly Chunk[] => [entry]),
    ),
    anySection('units', 'units.network', 'units.temperature'),
    anySection('disks', 'disks.exclude'),
    fc.array(
      anyComment.map((comment): readonly Chunk[] => [comment]),
      { maxLength: 4 },
    ),
  )
  .chain(([entries, units, disks, comments]) => {
    const blocks = [...entries, units, disks, ...comments];
    return fc.record({
      chunks: fc.shuffledSubarray(blocks, { minLength: blocks.length }).map((all) => all.flat()),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      end: fc.boolean(),
    });
  });
