import type { Environment } from '../config/resolve.ts';
import { loadTheme, type ThemeSettings } from '../config/theme/load.ts';
import type { Coloring } from '../ui/theme/coloring.ts';

/** The themes that were asked for in this session, ready to draw with. */
export interface Colorings {
  /** Gets a theme ready; undefined where it is. Rejects with UsageError as `loadTheme` does. */
  load(chosen: ThemeSettings): Promise<void> | undefined;
  /** One that is ready. */
  get(theme: string): Coloring;
}

export function createColorings(environment: Environment): Colorings {
  const ready = new Map<string, Coloring>();
  return {
    load(chosen) {
      const { theme } = chosen.settings;
      return ready.has(theme)
        ? undefined
        : chooseColoring(chosen, environment).then((coloring) => void ready.set(theme, coloring));
    },
    get: (theme) => ready.get(theme) ?? fittingIn(environment),
  };
}

/**
 * The theme that is asked for, or how to find the one that fits.
 * @throws UsageError as `loadTheme` does.
 */
export async function chooseColoring(chosen: ThemeSettings, environment: Environment): Promise<Coloring> {
  const palette = await loadTheme(chosen);
  return palette === undefined ? fittingIn(environment) : { palette };
}

function fittingIn({ TERM, COLORFGBG }: Environment): Coloring {
  // The Linux console would print the question.
  return { background: isLight(COLORFGBG) ? 'light' : 'dark', ask: TERM !== 'linux' };
}

/** By the variable of rxvt, Konsole and others: "0;15", the numbers of foreground and background among the sixteen colours. */
function isLight(numbers: string | undefined): boolean {
  return /;(7|15)$/.test(numbers ?? '');
}
