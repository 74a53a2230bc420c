import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseThemeDocument } from '../../../src/config/theme/document.ts';
import { encodeThemeSchema } from '../../../src/config/theme/schema.ts';

const accepts = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(encodeThemeSchema());

const one = fc.oneof(
  fc.constantFrom('#fff', '#12aB9f', ' #abc ', '#12', '#1234567', 'red', '', 'dark', 'light', 'monochrome', 'pink', 7, true),
  fc.constant(null),
);
const value = fc.oneof(
  one,
  fc.array(fc.constantFrom('#fff', '#123456', 'red', 1), { maxLength: 4 }),
  fc.dictionary(
    fc.constantFrom('text', 'cpu', 'share', 'swap', 'x'),
    fc.oneof(one, fc.array(fc.constant('#abc'), { maxLength: 3 })),
    {
      maxKeys: 2,
    },
  ),
);
const file = fc.dictionary(fc.constantFrom('base', 'background', 'colors', 'gradients', 'x'), value, { maxKeys: 2 });

it('an editor with the JSON Schema and sysmon accept and refuse the same themes', () => {
  let accepted = 0;
  fc.assert(
    fc.property(file, (content) => {
      const text = stringify(content, { aliasDuplicateObjects: false });
      const isFine = parseThemeDocument('x', text).problems.length === 0;
      if (isFine) accepted += 1;
      expect({ text, editor: accepts(content) }).toEqual({ text, editor: isFine });
    }),
    { numRuns: 2000 },
  );
  expect(accepted).toBeGreaterThan(100);
});
