import { snakeCase } from '../metrics/catalog.ts';
import type { Shape, Shapes } from '../metrics/shape.ts';
import { encodings } from './encoding.ts';

/** One key of an object in the JSON document. */
export interface Member {
  readonly key: string;
  /** Property names from the value of the group or item to the member's own. */
  readonly path: readonly string[];
  readonly shape: Shape;
  readonly required: boolean;
}

/** The keys that the fields of a group or of a list's items are written under; a flat group's stand beside the others. */
export function membersOf(fields: Shapes): readonly Member[] {
  return Object.entries(fields).flatMap(([property, shape]) => {
    const key = keyOf(property, shape);
    if (shape.inner) return [];
    const required = !shape.optional;
    if (shape.kind !== 'group' || !shape.flat) return [{ key, path: [property], shape, required }];
    return membersOf(shape.fields).map((member) => ({
      ...member,
      key: `${key}_${member.key}`,
      path: [property, ...member.path],
      required: required && member.required,
    }));
  });
}

function keyOf(property: string, shape: Shape): string {
  if (shape.key !== undefined) return shape.key;
  const name = snakeCase(property);
  return shape.kind === 'field' ? encodings[shape.unit].key(name) : name;
}
