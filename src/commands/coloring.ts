import type { Environment } from '../config/option.ts';
import { fileOfTheme, loadTheme, type ThemeSettings } from '../config/theme/load.ts';
import type { Coloring } from '../ui/theme/coloring.ts';

/** The themes that were asked for in this session, ready to draw with. */
export interface Colorings {
  /** Gets a theme ready; undefined where it is. A file is read again when its theme is chosen, or `anew`. Rejects with UsageError as `loadTheme` does. */
  load(chosen: ThemeSettings, anew?: boolean): Promise<void> | undefined;
  /** One that is ready. */
  get(theme: string): Coloring;
}

/** None is ready to begin with. */
export function createColorings(environment: Environment): Colorings {
  const ready = new Map<string, Coloring>();
  let last: string | undefined;
  return {
    load(chosen, anew = false) {
      const { theme } = chosen.settings;
      const mayDiffer = fileOfTheme(theme) !== undefined && (anew || theme !== last);
      if (ready.has(theme) && !mayDiffer) {
        last = theme;
        return undefined;
      }
      return chooseColoring(chosen, environment).then((coloring) => {
        ready.set(theme, coloring);
        last = theme;
      });
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
