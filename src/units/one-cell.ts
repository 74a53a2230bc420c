/**
 * Characters, as the inside of a class of a regular expression, that take exactly one cell each, whatever stands beside them:
 * printable ASCII, Latin letters (without the soft hyphen, which takes none), and the arrows, lines, blocks (as far as the wide
 * ones), braille and marks that we draw with.
 */
export const ONE_CELL =
  '\\x20-\\x7e\\xa0-\\xac\\xae-\\u02ff\\u2010-\\u2026\\u2074-\\u208e\\u2190-\\u21ff\\u2200-\\u22ff\\u2500-\\u25fc\\u2713\\u2800-\\u28ff\\ufffd';
