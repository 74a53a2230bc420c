import type { Environment, Resolved } from '../config/resolve.ts';
import { loadTheme } from '../config/theme/load.ts';
import type { Coloring } from '../ui/theme/coloring.ts';

/**
 * The theme that is asked for, or how to find the one that fits.
 * @throws UsageError as `loadTheme` does.
 */
export async function chooseColoring(resolved: Resolved, { TERM, COLORFGBG }: Environment): Promise<Coloring> {
  const palette = await loadTheme(resolved);
  if (palette !== undefined) return { palette };
  // The Linux console would print the question.
  return { background: isLight(COLORFGBG) ? 'light' : 'dark', ask: TERM !== 'linux' };
}

/** By the variable of rxvt, Konsole and others: "0;15", the numbers of foreground and background among the sixteen colours. */
function isLight(numbers: string | undefined): boolean {
  return /;(7|15)$/.test(numbers ?? '');
}
