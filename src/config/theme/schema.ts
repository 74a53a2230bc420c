import { builtInNames } from '../../themes/built-in/index.ts';
import { type GradientName, gradients } from '../../themes/gradient.ts';
import { type Meaning, meanings } from '../../themes/meaning.ts';
import type { JsonSchema } from '../kind.ts';
import { color, course } from './colors.ts';
import { baseKind } from './document.ts';

/** The JSON Schema (draft 7, which editors know best) of a theme's file. */
export function encodeThemeSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Theme of sysmon',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      base: { description: 'The theme that all comes from that is not said here', default: builtInNames[0], ...baseKind.schema },
      background: { description: 'The background that it is made for; it is not painted', ...color.schema },
      colors: section<Meaning>('A colour for each meaning', meanings, color.schema),
      gradients: section<GradientName>('Courses of colours, from nothing to all', gradients, course.schema),
    },
  };
}

/** null is a map whose entries are all commented out. */
function section<K extends string>(
  description: string,
  entries: Readonly<Record<K, { readonly help: string }>>,
  schema: JsonSchema,
): JsonSchema {
  const properties = Object.entries<{ readonly help: string }>(entries).map(([name, { help }]) => [
    name,
    { description: help, ...schema },
  ]);
  return { description, type: ['object', 'null'], additionalProperties: false, properties: Object.fromEntries(properties) };
}
