import type { Environment } from '../config/resolve.ts';
import { loadTheme, type ThemeSettings } from '../config/theme/load.ts';
import type { Coloring } from '../ui/theme/coloring.ts';

/** The themes that were asked for in this session, ready to draw with. */
export interface Colorings {
  /** Gets a theme ready; undefined where it is. Rejects with UsageError as `loadTheme` does. */
  load(chosen: ThemeSettings): Promise<void> | undefined;
  /** The theme, or how to find the one that fits. */
  get(theme: string): Coloring;
}

export function createColorings({ TERM, COLORFGBG }: Environment): Colorings {
  // The Linux console would print the question.
  const fitting: Coloring = { background: isLight(COLORFGBG) ? 'light' : 'dark', ask: TERM !== 'linux' };
  const ready = new Map<string, Coloring>();
  return {
    load(chosen) {
      const { theme } = chosen.settings;
      if (ready.has(theme)) return undefined;
      return loadTheme(chosen).then((palette) => void ready.set(theme, palette ? { palette } : fitting));
    },
    get: (theme) => ready.get(theme) ?? fitting,
  };
}

/** By the variable of rxvt, Konsole and others: "0;15", the numbers of foreground and background among the sixteen colours. */
function isLight(numbers: string | undefined): boolean {
  return /;(7|15)$/.test(numbers ?? '');
}
