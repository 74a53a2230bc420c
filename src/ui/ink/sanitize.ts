import inkSanitizeAnsi from '../../../node_modules/ink/build/sanitize-ansi.js';
import { simpleLines } from './line.ts';
import { createRecall } from './recall.ts';

/** The text without what would move the cursor. Stands in for Ink's function of this name; plain texts hold none of it. */
export function sanitizeAnsi(text: string): string {
  return simpleLines(text) ? text : sanitized(text);
}

const sanitized = createRecall(inkSanitizeAnsi);
