import { expect, it } from 'vitest';
import { drawFramed, drawTop } from '../../src/ui/framed.ts';
import { plain, textOf, textsOf } from '../harness/look.ts';

const border = (title: string, width: number, focused = true) =>
  textOf(drawTop({ width, height: 3, title, accent: undefined, focused }, plain));

it('a border has both of its corners, however long its title is', () => {
  expect(border('nginx 7', 20)).toBe('╭─ ▸ nginx 7 ──────╮');
  expect(border('x'.repeat(300), 20)).toBe(`╭─ ▸ ${'x'.repeat(11)}… ─╮`);
  expect(border('日本語日本語日本語', 20, false)).toBe('╭─ 日本語日本語… ──╮');
});

it('lines stand between its sides', () => {
  expect(textsOf(drawFramed([], { width: 6, height: 3, title: '', accent: undefined, focused: false }, plain))).toHaveLength(3);
});
