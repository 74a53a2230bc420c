import type { Field, Shape, Shapes } from '../metrics/shape.ts';
import { documentShape, SCHEMA_VERSION } from './document.ts';
import { encodings, type Json, type JsonObject } from './encoding.ts';
import { membersOf } from './member.ts';

/** The JSON Schema (2020-12) of the snapshot document. Open: later versions of sysmon may add keys. */
export function encodeSnapshotSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:sysmon:snapshot:${SCHEMA_VERSION}`,
    title: 'sysmon snapshot',
    description: 'One sample of a machine, as sysmon writes it. What is unknown is absent.',
    ...objectOf(documentShape.fields),
  };
}

function schemaOf(shape: Shape): JsonObject {
  switch (shape.kind) {
    case 'field':
      return { description: describe(shape), ...encodings[shape.unit].schema };
    case 'group':
      return objectOf(shape.fields);
    case 'list':
      return { description: shape.meaning, type: 'array', items: objectOf(shape.fields) };
  }
}

function objectOf(fields: Shapes): JsonObject {
  const members = membersOf(fields);
  const required: readonly Json[] = members.filter((member) => member.required).map((member) => member.key);
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(({ key, shape }) => [key, schemaOf(shape)])),
    ...(required.length > 0 && { required }),
  };
}

function describe({ meaning, unit, from, formula, counter }: Field<unknown>): string {
  const words = encodings[unit].unit?.replaceAll('_', ' ');
  return [
    words ? `${meaning}, in ${words}` : meaning,
    ...(counter ? ['Only grows until it starts again at zero'] : []),
    `Source: ${from}`,
    ...(formula ? [`Formula: ${formula}`] : []),
  ].join('. ');
}
