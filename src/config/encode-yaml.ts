import { stringify } from 'yaml';

/** A value of the configuration in one line of YAML, so that a comment can follow. */
export function encodeYaml(written: unknown): string {
  return stringify(written, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    blockQuote: false,
    lineWidth: 0,
    // Only a double-quoted text can hold a line break without making one.
    defaultStringType: [written].flat().join().includes('\n') ? 'QUOTE_DOUBLE' : 'PLAIN',
    doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY,
  }).trimEnd();
}
