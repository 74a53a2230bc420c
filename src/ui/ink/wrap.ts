import inkWrapText from '../../../node_modules/ink/build/wrap-text.js';
import { spellOut } from './line.ts';

/** The text, cut or wrapped to a width. Stands in for Ink's function of this name, which knows no names. */
export const wrapText: typeof inkWrapText = (text, maxWidth, wrapType) => inkWrapText(spellOut(text), maxWidth, wrapType);
