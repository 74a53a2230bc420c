import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts } from '../../src/units/order.ts';

test('Texts are in the order of their code units, in every language', () => {
  expect(['eth1', 'Zip', 'eth0', 'a', 'é', 'eth0'].sort(compareTexts)).toEqual(['Zip', 'a', 'eth0', 'eth0', 'eth1', 'é']);
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      expect([...texts].sort(compareTexts)).toEqual([...texts].sort());
    }),
  );
});
