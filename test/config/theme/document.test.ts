import { describe, expect, it } from 'vitest';
import { parseThemeDocument } from '../../../src/config/theme/document.ts';
import { dark, light } from '../../../src/themes/built-in/index.ts';
import { faintIn } from '../../../src/themes/contrast.ts';

describe('a theme in YAML', () => {
  it('has what it says, and all else from its base', () => {
    const { palette, problems } = parseThemeDocument(
      'paper',
      `base: light
background: "#FFF8E7"
colors:
  critical: "#a00"
gradients:
  cpu: ["#123456", "#abcdef", "#fedcba"]
`,
    );
    expect(problems).toEqual([]);
    expect(palette).toMatchObject({ name: 'paper', background: '#fff8e7' });
    expect(palette.colors).toEqual({ ...light.colors, critical: '#aa0000' });
    expect(palette.gradients.cpu).toEqual(['#123456', '#abcdef', '#fedcba']);
    expect(palette.gradients.send).toEqual(light.gradients.send);
  });

  it('comes from the light one where its background is light, and it names no base', () => {
    expect(parseThemeDocument('paper', 'background: "#f4f4f1"').palette.colors).toEqual(light.colors);
    expect(parseThemeDocument('night', 'background: "#1c1f26"').palette.colors).toEqual(dark.colors);
  });

  it('can be read on a background of its own; what it says stays', () => {
    const { palette } = parseThemeDocument('mine', 'base: light\nbackground: "#b0b0b0"\ncolors: {warn: "#ffffaa"}');
    expect(faintIn(palette)).toEqual([{ meaning: 'warn', contrast: expect.closeTo(2.08, 1) }]);
    expect(palette.colors.warn).toBe('#ffffaa');
  });

  it.each(['', '# nothing yet\n', 'colors:\n#  text: "#fff"\n', 'base: dark', '{}'])(
    'may leave all to the dark one: %j',
    (text) => {
      expect(parseThemeDocument('mine', text)).toEqual({ palette: { ...dark, name: 'mine', help: undefined }, problems: [] });
    },
  );

  it.each([
    ['a base unheard of', 'base: dracula', '1:7: base: "dracula" is not known; use dark, light, '],
    [
      'a base for another ground',
      'background: "#ffffff"\nbase: dark',
      '2:7: base: dark is for dark ground, and #ffffff is light; leave it out, or use light, high-contrast-light,',
    ],
    ['a key misspelt', 'colours: {}', '1:1: there is no key colours; did you mean colors?'],
    ['a meaning misspelt', 'colors:\n  recieve: "#fff"', '2:3: colors: there is no key recieve; did you mean receive?'],
    ['a meaning unheard of', 'colors: {banner: "#fff"}', '1:10: colors: there is no key banner; all are in docs/themes.md'],
    [
      'a colour without quotes, which is a comment',
      'colors:\n  text: #fff\n',
      '2:3: colors.text: nothing is not a colour; write one like "#8fb8f6", with the quotes',
    ],
    ['a colour by name', 'colors:\n  text: red', '2:9: colors.text: "red" is not a colour; write one like'],
    ['a colour of too many digits', 'background: "#1234567"', '1:13: background: "#1234567" is not a colour'],
    [
      'a gradient of one colour',
      'gradients: {cpu: "#fff"}',
      '1:18: gradients.cpu: "#fff" is not a course of colours; write two or more',
    ],
    ['a gradient with a wrong one', 'gradients:\n  cpu: ["#fff", blue]', '2:17: gradients.cpu: "blue" is not a colour'],
    ['a list for colours', 'colors: ["#fff"]', '1:9: colors: a list is not a map; write KEY: VALUE, a line each'],
    ['what is no YAML', 'colors: [', '1:10: '],
  ])('tells %s, and where', (_, text, said) => {
    const { problems } = parseThemeDocument('mine', text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.slice(0, said.length)).toBe(said);
  });
});
