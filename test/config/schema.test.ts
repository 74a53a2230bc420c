import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseConfigDocument } from '../../src/config/document.ts';
import { optionList } from '../../src/config/option-list.ts';
import { sections } from '../../src/config/option-table.ts';
import { encodeConfigSchema } from '../../src/config/schema.ts';
import { bindings } from '../../src/keymap/bindings.ts';

const schema = encodeConfigSchema();
const accepts = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

/** What editors and sysmon say about the same file. */
function verdicts(text: string) {
  return { text, editor: accepts(parse(text)), sysmon: parseConfigDocument(text).problems.length === 0 };
}

const scalar = fc.oneof(
  fc.constantFrom(
    'vim',
    'p',
    'f9',
    'alt+x',
    'F9',
    'dark',
    'light',
    'auto',
    'none',
    '256',
    'truecolor',
    'cpu',
    'memory',
    'sensors',
    'bits',
    'bytes',
    'celsius',
    '/home',
    'veth*',
    '~/x',
    '',
    ' ',
  ),
  fc.constantFrom(
    '2',
    '0.5',
    '500ms',
    '1h',
    '.5s',
    '2 s',
    'banana',
    '80%',
    '100%',
    '101%',
    '0.8',
    '1.2',
    '1',
    '-5',
    '099.5 %',
    '1.%',
  ),
  fc.constantFrom(0, 0.05, 0.1, 0.5, 1, 2, 16, 256, 3600, 3601, -1),
  fc.boolean(),
  fc.constant(null),
);
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.constant({}));
const section = fc.dictionary(
  fc.constantFrom('pause', 'quit', 'network', 'temperature', 'cpu', 'critical', 'include', 'exclude', 'x'),
  value,
  {
    maxKeys: 3,
  },
);
const file = fc.dictionary(
  fc.constantFrom(
    'interval',
    'panels',
    'theme',
    'color',
    'ascii',
    'readonly',
    'keys',
    'bindings',
    'save-dir',
    'snapshot-folder',
    'units',
    'thresholds',
    'network',
    'filesystems',
    'x',
  ),
  fc.oneof(value, section),
  { maxKeys: 3 },
);

describe('the JSON Schema of the configuration file', () => {
  it('and sysmon accept and refuse the same files', () => {
    let accepted = 0;
    fc.assert(
      fc.property(file, (content) => {
        const { text, editor, sysmon } = verdicts(stringify(content, { aliasDuplicateObjects: false }));
        if (sysmon) accepted += 1;
        expect({ text, editor }).toEqual({ text, editor: sysmon });
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it.each([
    ['a length of time that is out of bounds', 'interval: 2h'],
    ['the grammar of rules', 'alerts: [cpu.usage]'],
  ])('can not know %s: that only sysmon refuses', (_, text) => {
    expect(verdicts(text)).toMatchObject({ editor: true, sysmon: false });
  });

  it.each(['alerts: 5', 'alerts: [""]', 'alerts: [8]', 'units.network: bits', '[]', 'true'])(
    'refuses %s as sysmon does',
    (text) => {
      expect(verdicts(text)).toMatchObject({ editor: false, sysmon: false });
    },
  );

  it('lets an editor complete: every key has a description, and most a default or choices', () => {
    const described = JSON.stringify(schema).match(/"description":"/g) ?? [];
    const keys = optionList.filter(([, { key }]) => key !== undefined);
    expect(described.length).toBe(keys.length + Object.keys(sections).length + bindings.length);
    expect(schema).toMatchObject({
      additionalProperties: false,
      properties: {
        theme: { default: 'auto', anyOf: [{ enum: expect.arrayContaining(['auto', 'dark', 'light']) }, { type: 'string' }] },
      },
    });
  });
});
