import { bindings } from '../keymap/bindings.ts';
import { keyLabel } from '../keymap/key-label.ts';
import { CHARACTER_KEY, isKeyName, keyNames } from '../keymap/key-names.ts';
import { suggest } from '../units/nearest.ts';
import { isProblem, type Kind, type Parsed, quote } from './kind.ts';
import { parseMap } from './map.ts';
import type { Keys } from './settings.ts';

const ids = bindings.map(({ id }) => id);

/** Keys given to actions by hand: a map from the id of a binding to a key, or to a list of keys. */
export const rebindings: Kind<Keys> = {
  meaning: 'a map from actions to a key or a list of keys, [] for none; see [keys](keys.md)',
  parse: (written) => parseMap(written, { form: 'ACTION: KEY', problemOfName: problemOfAction, parse: parseKeys }),
  toYaml: (keys) => keys,
  schema: {
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(
      bindings.map(({ id, help }) => [id, { description: help, allOf: [{ $ref: '#/properties/bindings/definitions/keys' }] }]),
    ),
    definitions: {
      key: {
        anyOf: [{ enum: keyNames }, { type: 'string', pattern: CHARACTER_KEY }, { type: 'integer', minimum: 0, maximum: 9 }],
      },
      keys: {
        anyOf: [
          { $ref: '#/properties/bindings/definitions/key' },
          { type: 'array', items: { $ref: '#/properties/bindings/definitions/key' }, uniqueItems: true },
        ],
      },
    },
  },
};

function problemOfAction(id: string): string | undefined {
  return ids.includes(id) ? undefined : `there is no action ${id}; ${near(id, ids)}`;
}

function parseKeys(written: unknown): Parsed<readonly string[]> {
  if (!Array.isArray(written)) {
    const key = parseKey(written);
    return isProblem(key) ? key : { value: [key.value] };
  }
  const keys: string[] = [];
  for (const [item, one] of written.entries()) {
    const key = parseKey(one);
    if (isProblem(key)) return { ...key, item };
    if (keys.includes(key.value)) return { problem: `${quote(one)} is named twice; leave one out`, item };
    keys.push(key.value);
  }
  return { value: keys };
}

function parseKey(written: unknown): Parsed<string> {
  // YAML reads a bare 0 as a number.
  const name = typeof written === 'number' ? String(written) : written;
  if (typeof name === 'string' && isKeyName(name)) return { value: name };
  if (typeof name !== 'string' || name === '') {
    return { problem: `${quote(written)} is not a key; write one like k, f9 or ctrl+k, a sign in quotes: "*"` };
  }
  // As it is written for people: F9, PgDn, Esc.
  const label = keyNames.find((key) => keyLabel(key).toLowerCase() === name.toLowerCase());
  return { problem: `there is no key ${quote(name)}; ${label ? `write ${label}` : near(name, keyNames)}` };
}

function near(name: string, names: readonly string[]): string {
  const suggestion = suggest(name, names, '');
  return suggestion ? `${suggestion} All are in docs/keys.md` : 'all are in docs/keys.md';
}
