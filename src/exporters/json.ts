import type { Shape } from '../metrics/shape.ts';
import { documentShape, documentValue, type Observed } from './document.ts';
import { encodings, type Json, type JsonObject } from './encoding.ts';
import { type Member, membersOf } from './member.ts';

/** The snapshot: the public JSON document of one instant. */
export function encodeSnapshot(observed: Observed): JsonObject {
  return encodeMembers(membersOf(documentShape.fields), documentValue(observed));
}

/** For people and files: indented, with the line's end. */
export function encodeJson(observed: Observed): string {
  return `${JSON.stringify(encodeSnapshot(observed), null, 2)}\n`;
}

/** For streams: one line a document. */
export function encodeJsonLine(observed: Observed): string {
  return `${JSON.stringify(encodeSnapshot(observed))}\n`;
}

function encodeValue(shape: Shape, value: unknown): Json | undefined {
  switch (shape.kind) {
    case 'field':
      return encodings[shape.unit].encode(value);
    case 'group':
      return encodeMembers(membersOf(shape.fields), value);
    case 'list': {
      const members = membersOf(shape.fields);
      return (value as readonly unknown[]).map((item) => encodeMembers(members, item));
    }
  }
}

/** What is unknown is left out. */
function encodeMembers(members: readonly Member[], value: unknown): JsonObject {
  const object: Record<string, Json> = {};
  for (const { key, path, shape } of members) {
    const part = follow(value, path);
    const encoded = part === undefined ? undefined : encodeValue(shape, part);
    if (encoded !== undefined) object[key] = encoded;
  }
  return object;
}

function follow(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, property) => (at as Record<string, unknown> | undefined)?.[property], value);
}
