import chalk, { type ColorSupportLevel } from 'chalk';
import { afterEach, describe, expect, it } from 'vitest';
import { styleLine } from '../../../src/ui/draw/ansi.ts';

const level = chalk.level;

afterEach(() => {
  chalk.level = level;
});

describe('bold text', () => {
  it('of the sixteen colours is so where their bright twins can be read, too', () => {
    const bold = ['green', 'yellow', 'blue', 'magenta', 'magentaBright', 'cyan', 'red', 'redBright', undefined].map((color) =>
      isBold(color, 1),
    );
    expect(bold).toEqual([false, false, false, false, false, false, true, true, true]);
  });

  it('of more colours is', () => {
    expect([isBold('ansi256(40)', 2), isBold('#00ff00', 3)]).toEqual([true, true]);
  });
});

function isBold(color: string | undefined, depth: ColorSupportLevel): boolean {
  chalk.level = depth;
  return styleLine([{ text: 'x', color, bold: true }]).encoded.includes('\u001b[1m');
}
