import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { ONE_CELL } from '../../src/units/one-cell.ts';

test('each character that is taken for one cell wide is so, and joins no other', () => {
  const oneCell = new RegExp(`^[${ONE_CELL}]$`);
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((it) => oneCell.test(it));
  expect(characters.length).toBeGreaterThan(1000);
  const others = characters.filter(
    (it) => stringWidth(it) !== 1 || /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/u.test(it),
  );
  expect(others).toEqual([]);
  expect([...new Intl.Segmenter().segment(characters.join(''))]).toHaveLength(characters.length);
});
