import { expect, test } from 'vitest';
import { fittingCharacters } from '../../src/config/characters.ts';
import { resolveSettings } from '../../src/config/resolve.ts';

test.each([
  ['on the Linux console', { TERM: 'linux', LANG: 'C.UTF-8' }, 'TERM'],
  ['where the locale has another character set', { TERM: 'xterm', LANG: 'de_DE.ISO-8859-15' }, 'LANG'],
  ['in the locale C, where it is asked for', { LANG: 'C' }, 'LANG'],
  ['where what beats the rest has no UTF-8', { LC_ALL: 'POSIX', LC_CTYPE: 'C.UTF-8', LANG: 'en_GB.UTF-8' }, 'LC_ALL'],
  ['where the kind of characters has no UTF-8', { LC_CTYPE: 'C', LANG: 'en_GB.UTF-8' }, 'LC_CTYPE'],
])('only ASCII fits %s', (_, environment, name) => {
  expect(fittingCharacters(environment)).toEqual({ value: true, name });
});

test.each([
  ['without a locale, as in containers', { TERM: 'xterm-256color' }],
  ['where a variable is set to nothing', { LC_ALL: '', LANG: 'en_GB.UTF-8' }],
  ['in UTF-8, spelled as on macOS or in capitals or not', { LC_CTYPE: 'UTF-8', LANG: 'C' }],
  ['in utf8', { LANG: 'de_DE.utf8' }],
])('all characters fit %s', (_, environment) => {
  expect(fittingCharacters(environment)).toBeUndefined();
});

test('what fits is in force, and named, until something is chosen', () => {
  const environment = { TERM: 'linux' };
  const fitting = resolveSettings({ flags: {}, environment });
  expect([fitting.settings.ascii, fitting.settings.graph, fitting.origins.ascii]).toEqual([
    true,
    'ascii',
    { from: 'default', by: 'TERM' },
  ]);

  const chosen = resolveSettings({ flags: { ascii: false }, environment });
  expect([chosen.settings.ascii, chosen.origins.ascii]).toEqual([false, { from: 'flag', name: '--no-ascii' }]);

  const file = { path: 'config.yaml', text: 'ascii: false', values: { ascii: false }, lines: { ascii: 1 } };
  expect(resolveSettings({ flags: {}, environment, file }).settings.ascii).toBe(false);

  const back = resolveSettings({ flags: {}, environment, file, changes: { ascii: undefined } });
  expect([back.settings.ascii, back.origins.ascii]).toEqual([true, { from: 'session' }]);
});
