import { describe, expect, it } from 'vitest';
import { parseConfigDocument } from '../../src/config/document.ts';
import { loadSettings } from '../../src/config/resolve.ts';
import { UsageError } from '../../src/errors.ts';
import { writeTree } from '../harness/tree.ts';

describe('bindings in a configuration file', () => {
  it('give one key, many or none', () => {
    const { values, problems, places } = parseConfigDocument(
      `bindings:
  pause: P
  save: [ctrl+s, f11]
  alerts: []
  cpu-share: 9
  redraw: "*"
`,
    );
    expect(problems).toEqual([]);
    expect(values).toEqual({
      bindings: { pause: ['P'], save: ['ctrl+s', 'f11'], alerts: [], 'cpu-share': ['9'], redraw: ['*'] },
    });
    expect(places['bindings.save']).toBe('3:3');
  });

  it.each(['bindings:\n#  pause: P\n', 'bindings: {}'])('may be none: %j', (text) => {
    expect(parseConfigDocument(text)).toMatchObject({ values: { bindings: {} }, problems: [] });
  });

  it.each([
    [
      'an action misspelt',
      'bindings:\n  puase: P',
      '2:3: bindings: there is no action puase; did you mean pause? All are in docs/keys.md',
    ],
    [
      'an action unheard of',
      'bindings: {make-coffee: c}',
      '1:12: bindings: there is no action make-coffee; all are in docs/keys.md',
    ],
    [
      'a key misspelt',
      'bindings:\n  pause: [p, pagedwon]',
      '2:14: bindings: pause: there is no key "pagedwon"; did you mean pagedown? All are in docs/keys.md',
    ],
    ['a key as people write it', 'bindings:\n  pause: Ctrl+P', '2:10: bindings: pause: there is no key "Ctrl+P"; write ctrl+p'],
    [
      'a key unheard of',
      'bindings:\n  pause: hyper+x',
      '2:10: bindings: pause: there is no key "hyper+x"; all are in docs/keys.md',
    ],
    [
      'a key that is a tab',
      'bindings:\n  pause: ctrl+i',
      '2:10: bindings: pause: there is no key "ctrl+i"; did you mean ctrl+a? All are in docs/keys.md',
    ],
    [
      'a key forgotten',
      'bindings:\n  pause:\n',
      '2:9: bindings: pause: nothing is not a key; write one like k, f9 or ctrl+k, a sign in quotes: "*"',
    ],
    [
      'a list in a list',
      'bindings:\n  pause: [[p]]',
      '2:11: bindings: pause: a list is not a key; write one like k, f9 or ctrl+k, a sign in quotes: "*"',
    ],
    ['a key twice', 'bindings:\n  pause: [p, p]', '2:14: bindings: pause: "p" is named twice; leave one out'],
    ['an action twice', 'bindings:\n  pause: p\n  pause: P', '3:3: this key stands here a second time; leave one out'],
    ['a list of actions', 'bindings: [pause]', '1:11: bindings: a list is not a map; write ACTION: KEY, a line each'],
    ['a word', 'bindings: vim', '1:11: bindings: "vim" is not a map; write ACTION: KEY, a line each'],
    ['a preset misspelt', 'keys: vin', '1:7: keys: "vin" is not known; did you mean vim? Use sysmon, btop, htop or vim'],
  ])('are refused for %s', (_, text, problem) => {
    expect(parseConfigDocument(text).problems).toEqual([problem]);
  });
});

describe('keys in force', () => {
  const load = (text: string, flags = {}) =>
    loadSettings({ flags: { config: `${writeTree({ '/mine.yaml': text })}/mine.yaml`, ...flags }, environment: {} });

  it('are those of the preset with those of the file, whichever way the preset is chosen', async () => {
    const { settings } = await load('keys: vim\nbindings: {save: f11}');
    expect(settings.keys).toMatchObject({ up: ['k', 'up'], save: ['f11'], quit: ['q', 'ctrl+c'] });
    const { settings: other } = await load('keys: vim\nbindings: {save: f11}', { keys: 'htop' });
    expect(other.keys).toMatchObject({ up: ['up', 'alt+k', 'ctrl+p'], save: ['f11'] });
    expect(Object.values(other.keys).every(Object.isFrozen)).toBe(true);
  });

  it('are refused where one means two things, with file, line, key and both actions', async () => {
    const root = writeTree({ '/mine.yaml': 'keys: vim\nbindings:\n  pause: f11\n  save: [k]\n' });
    const failure = loadSettings({ flags: { config: `${root}/mine.yaml` }, environment: {} });
    await expect(failure).rejects.toThrow(
      new UsageError(
        `${root}/mine.yaml:4:3: bindings: k is the key of both save and up, which has it in the preset vim; write "up: [up]", too, or give save another one`,
      ),
    );
    // Not under another preset.
    await expect(load('keys: vim\nbindings: {save: l}', { keys: 'sysmon' })).resolves.toBeDefined();
  });
});
