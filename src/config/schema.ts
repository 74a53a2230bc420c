import type { JsonSchema } from './kind.ts';
import type { Option } from './option.ts';
import { optionList, sections } from './option-table.ts';

/** The JSON Schema (draft 7, which editors know best) of the configuration file. */
export function encodeConfigSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of sysmon',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      ...propertiesIn(''),
      ...Object.fromEntries(Object.entries(sections).map(([name, description]) => [name, section(name, description)])),
    },
  };
}

/** null is a map whose entries are all commented out. */
function section(name: string, description: string): JsonSchema {
  return { description, type: ['object', 'null'], additionalProperties: false, properties: propertiesIn(`${name}.`) };
}

function propertiesIn(place: string): JsonSchema {
  const inside = optionList.flatMap(([, option]) => {
    const name = option.key?.startsWith(place) ? option.key.slice(place.length) : '.';
    return name.includes('.') ? [] : [[name, property(option)] as const];
  });
  return Object.fromEntries(inside);
}

function property(option: Option<unknown>): JsonSchema {
  const { help, kind } = option;
  return { description: help, ...(option.default !== undefined && { default: kind.toYaml(option.default) }), ...kind.schema };
}
