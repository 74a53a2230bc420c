import type { JsonSchema } from './kind.ts';
import type { Option } from './option.ts';
import { optionsAt } from './option-list.ts';
import { sections } from './option-table.ts';

/** The JSON Schema (draft 7, which editors know best) of the configuration file. */
export function encodeConfigSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of sysmon',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      ...propertiesAt(''),
      ...Object.fromEntries(Object.entries(sections).map(([name, description]) => [name, section(name, description)])),
    },
  };
}

/** null is a map whose entries are all commented out. */
function section(name: string, description: string): JsonSchema {
  return { description, type: ['object', 'null'], additionalProperties: false, properties: propertiesAt(`${name}.`) };
}

function propertiesAt(place: string): JsonSchema {
  return Object.fromEntries(optionsAt(place).map(([local, , option]) => [local, property(option)]));
}

function property(option: Option<unknown>): JsonSchema {
  const { help, kind } = option;
  return { description: help, ...(option.default !== undefined && { default: kind.toYaml(option.default) }), ...kind.schema };
}
