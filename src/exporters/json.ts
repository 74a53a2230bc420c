import type { Shape } from '../metrics/shape.ts';
import { documentShape, documentValue, type Observed } from './document.ts';
import { encodings, type Json, type JsonObject } from './encoding.ts';
import { type Member, membersOf } from './member.ts';

/** What the user chooses of the document, as the settings have it. */
export interface DocumentChoices {
  /** So many by CPU, and so many by memory. */
  readonly topProcesses?: number;
}

/** The snapshot: the public JSON document of one instant. */
export function encodeSnapshot(observed: Observed, { topProcesses }: DocumentChoices = {}): JsonObject {
  return encodeMembers(membersOf(documentShape.fields), documentValue(observed, topProcesses));
}

/** For people and files: indented, with the line's end. */
export function encodeJson(observed: Observed, choices?: DocumentChoices): string {
  return `${JSON.stringify(encodeSnapshot(observed, choices), null, 2)}\n`;
}

/** For streams: one line a document. */
export function encodeJsonLine(observed: Observed, choices?: DocumentChoices): string {
  return `${JSON.stringify(encodeSnapshot(observed, choices))}\n`;
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
