import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../src/config/resolve.ts';
import { fileOfTheme, listThemes, loadTheme } from '../../../src/config/theme/load.ts';
import { UsageError } from '../../../src/errors.ts';
import { builtIn, dark } from '../../../src/themes/built-in/index.ts';
import { writeTree } from '../../harness/tree.ts';

const root = writeTree({
  '/themes/sea.yaml': 'colors: {text: "#ffffff"}',
  '/themes/sand.yml': 'base: light',
  '/themes/moss.theme': 'theme[main_fg]="#eeffee"',
  '/themes/readme.txt': '',
  '/bad.yaml': 'colors:\n  text: white\n  dim: 3\n',
  '/notes.txt': '',
});
const folder = `${root}/themes`;

function load(theme: string, origin: Origin = { from: 'default' }) {
  return loadTheme({ settings: { theme }, origins: { theme: origin } }, folder);
}

async function refusal(theme: string, origin?: Origin): Promise<string> {
  const error = await load(theme, origin).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message;
}

describe('the theme that is asked for', () => {
  it('is none where it follows the background', async () => {
    expect(await load('auto')).toBeUndefined();
  });

  it.each(builtIn)('is the built-in one: $name', async (palette) => {
    expect(await load(palette.name)).toBe(palette);
  });

  it.each([
    ['sea', '#ffffff'],
    ['sand', '#2b303a'],
    ['moss', '#eeffee'],
    [`${folder}/sea.yaml`, '#ffffff'],
    [`${folder}/moss.theme`, '#eeffee'],
  ])('is a file by its name in the folder or by its path: %s', async (theme, text) => {
    expect((await load(theme))?.colors.text).toBe(text);
  });

  it('beats a file of the same name where it is built in', async () => {
    const other = writeTree({ '/dark.yaml': 'colors: {text: "#ffffff"}' });
    expect(await loadTheme({ settings: { theme: 'dark' }, origins: { theme: { from: 'default' } } }, other)).toBe(dark);
  });

  it('is refused where there is none, with the place that asked and what would be right', async () => {
    expect(await refusal('drak', { from: 'flag', name: '--theme' })).toBe(
      '--theme: there is no theme "drak"; did you mean dark?',
    );
    expect(await refusal('seaa', { from: 'file', path: '/etc/s.yaml', line: 7, place: '7:8' })).toBe(
      '/etc/s.yaml:7:8: theme: there is no theme "seaa"; did you mean sea?',
    );
    expect(await refusal('solarized-night', { from: 'flag', name: '--theme' })).toMatch(
      /^--theme: there is no theme "solarized-night"; use auto, dark, .*sea, or put solarized-night\.yaml into .*themes$/,
    );
    expect(await refusal(`${folder}/none.yaml`)).toMatch(
      /^theme: there is no file .*none\.yaml; name one that is there, or use dark,/,
    );
    expect(await refusal(`${root}/notes.txt`)).toMatch(
      /notes\.txt: is no theme by its name; themes end in \.yaml, \.yml or \.theme$/,
    );
  });

  it('is refused with a line for each thing that is wrong in its file', async () => {
    expect(await refusal(`${root}/bad.yaml`)).toMatch(
      /^.*bad\.yaml:2:9: colors\.text: "white" is not a colour.*\n.*bad\.yaml:3:8: colors\.dim: 3 is not a colour.*$/,
    );
  });
});

it('tells the file of a theme, the one that is there, and none of what is built in', () => {
  expect(fileOfTheme('sand', folder)).toBe(`${folder}/sand.yml`);
  expect(fileOfTheme('snow', folder)).toBe(`${folder}/snow.yaml`);
  expect(fileOfTheme('./mine.yaml', folder)).toBe('./mine.yaml');
  expect([fileOfTheme('dark', folder), fileOfTheme('auto', folder)]).toEqual([undefined, undefined]);
});

it("lists one's own themes by name; none where there is no folder", () => {
  expect(listThemes(folder)).toEqual(['moss', 'sand', 'sea']);
  expect(listThemes('/nowhere')).toEqual([]);
});
