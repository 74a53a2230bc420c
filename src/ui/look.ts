import type { Settings } from '../config/settings.ts';
import { asciiGlyphs, brailleGlyphs, type Glyphs } from './glyphs.ts';
import { createTheme, type Depth, type Theme } from './theme.ts';

/** How things are drawn: decided once at start, handed to everything that draws. */
export interface Look {
  readonly theme: Theme;
  readonly glyphs: Glyphs;
  /** False where nothing may be told by colour alone. */
  readonly colored: boolean;
  readonly ascii: boolean;
  readonly networkUnit: Settings['networkUnit'];
  readonly temperatureUnit: Settings['temperatureUnit'];
  /** The colour of a share by how worrying it is: calm at 0, critical at 1. */
  ramp(ratio: number): string | undefined;
}

export function createLook(settings: Pick<Settings, 'theme' | 'ascii' | 'networkUnit' | 'temperatureUnit'>, depth: Depth): Look {
  const theme = createTheme(settings.theme, depth);
  const colored = depth > 0;
  return {
    theme,
    glyphs: settings.ascii ? asciiGlyphs : brailleGlyphs(colored),
    colored,
    ascii: settings.ascii,
    networkUnit: settings.networkUnit,
    temperatureUnit: settings.temperatureUnit,
    ramp: (ratio) => theme.ramp[Math.min(theme.ramp.length - 1, Math.max(0, Math.floor(ratio * theme.ramp.length)))],
  };
}
