import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const schema = JSON.parse(readFileSync(fileURLToPath(new URL('../../docs/snapshot.schema.json', import.meta.url)), 'utf8'));
const validate = ajv.compile(closed(schema) as object);

/** What is wrong with a snapshot document by the published schema; keys that it doesn't name are, too. */
export function schemaErrors(document: unknown): unknown {
  return validate(document) ? [] : validate.errors;
}

/** The published schema lets unknown keys pass, for later versions; what this version writes has none. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  return { ...Object.fromEntries(entries), ...('properties' in schema && { additionalProperties: false }) };
}
