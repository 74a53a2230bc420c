import type { PeopleUnits } from '../metrics/quantity.ts';
import type { Observed } from './document.ts';
import { type DocumentChoices, encodeJson, encodeJsonLine } from './json.ts';
import { encodeText } from './text/summary.ts';

/** One sample as text that is written out as it stands; machines' formats keep base units whatever people want to read. */
export type Encode = (observed: Observed, choices?: PeopleUnits & DocumentChoices) => string;

/** Every format a sample is written in: the one list that a new format joins. */
export const formats = {
  text: encodeText,
  json: encodeJson,
  ndjson: encodeJsonLine,
} as const satisfies Readonly<Record<string, Encode>>;

export type FormatName = keyof typeof formats;
