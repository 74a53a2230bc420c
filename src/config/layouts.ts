import { suggest } from '../units/nearest.ts';
import { builtInLayouts } from './built-in-layouts.ts';
import { type Kind, quote } from './kind.ts';
import { parseMap } from './map.ts';
import { parsePlan, writePlan } from './plan.ts';
import { type Layouts, type Plan, panelNames } from './settings.ts';

const NAME = '^[a-z][a-z0-9-]*$';

/** Layouts by name, as rows of panels with weights. */
export const layouts: Kind<Layouts> = {
  meaning: 'a map from names to lists of rows: `cpu`, `processes 3`, `[memory, network 2]`; see [layouts](layouts.md)',
  parse: (written) => parseMap<Plan>(written, { form: 'NAME: [ROW, …]', problemOfName, parse: parsePlan }),
  toYaml: (named) => Object.fromEntries(Object.entries(named).map(([name, plan]) => [name, writePlan(plan)])),
  schema: {
    type: ['object', 'null'],
    propertyNames: { pattern: NAME, not: { enum: Object.keys(builtInLayouts) } },
    additionalProperties: { type: 'array', minItems: 1, items: { $ref: '#/properties/layouts/definitions/row' } },
    definitions: {
      panel: { type: 'string', pattern: `^\\s*(${panelNames.join('|')})(\\s+0*([1-9]\\d?|100))?\\s*$` },
      row: {
        anyOf: [
          { $ref: '#/properties/layouts/definitions/panel' },
          {
            type: 'array',
            minItems: 1,
            items: {
              anyOf: [{ $ref: '#/properties/layouts/definitions/panel' }, { type: 'integer', minimum: 1, maximum: 100 }],
            },
          },
        ],
      },
    },
  },
};

/** The name of a layout; whether there is one of that name, only all of the configuration tells. */
export const layoutName: Kind<string> = {
  placeholder: 'NAME',
  meaning: `${Object.keys(builtInLayouts).join(', ')}, or a layout of your own`,
  parse(written) {
    if (typeof written === 'string' && new RegExp(NAME).test(written)) return { value: written };
    return { problem: `${quote(written)} is not the name of a layout; use ${layoutName.meaning}` };
  },
  all: Object.keys(builtInLayouts),
  open: true,
  toYaml: (name) => name,
  schema: { type: 'string', pattern: NAME, examples: Object.keys(builtInLayouts) },
};

/** What there is to choose from, in the order of the walk. */
export function allLayouts(own: Layouts): Layouts {
  return { ...builtInLayouts, ...own };
}

/** What is wrong with a preset of this name; undefined where nothing is. */
export function problemOfPreset(name: string, own: Layouts): string | undefined {
  const names = Object.keys(allLayouts(own));
  if (names.includes(name)) return undefined;
  const all = `there are ${names.join(', ')}`;
  const hint = suggest(name, names, '');
  return `there is no layout ${quote(name)}; ${hint ? `${hint} T${all.slice(1)}` : all}; write your own below layouts:`;
}

function problemOfName(name: string): string | undefined {
  if (Object.hasOwn(builtInLayouts, name)) return `${quote(name)} is the name of a built-in layout; choose another one`;
  if (new RegExp(NAME).test(name)) return undefined;
  return `${quote(name)} is no name for a layout; write small letters, digits and -, a letter first`;
}
