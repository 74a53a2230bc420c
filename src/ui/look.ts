import type { Settings } from '../config/settings.ts';
import { dark } from '../themes/built-in/index.ts';
import type { GradientName } from '../themes/gradient.ts';
import type { Palette } from '../themes/palette.ts';
import { asciiGlyphs, brailleGlyphs, type Glyphs } from './glyphs.ts';
import { type Color, createTheme, type Depth, type Theme } from './theme/theme.ts';

/** How things are drawn: decided once at start, handed to everything that draws. */
export interface Look {
  readonly theme: Theme;
  /** What the theme is made of, in all colours. */
  readonly palette: Palette;
  readonly glyphs: Glyphs;
  /** False where nothing may be told by colour alone. */
  readonly colored: boolean;
  readonly ascii: boolean;
  readonly networkUnit: Settings['networkUnit'];
  readonly temperatureUnit: Settings['temperatureUnit'];
  /** The colour of a share by how worrying it is: calm at 0, critical at 1. */
  ramp(ratio: number): Color;
  /** The colour at a place of a gradient, 0 to 1. */
  shade(gradient: GradientName, ratio: number): Color;
}

export type LookSettings = Pick<Settings, 'ascii' | 'networkUnit' | 'temperatureUnit'>;

export function createLook(settings: LookSettings, depth: Depth, palette: Palette = dark): Look {
  const theme = createTheme(palette, depth);
  const colored = depth > 0 && !palette.hueless;
  const shade: Look['shade'] = (gradient, ratio) => {
    const steps = theme.gradients[gradient];
    return steps[Math.min(steps.length - 1, Math.max(0, Math.floor(ratio * steps.length)))];
  };
  return {
    theme,
    palette,
    glyphs: settings.ascii ? asciiGlyphs : brailleGlyphs(colored),
    colored,
    ascii: settings.ascii,
    networkUnit: settings.networkUnit,
    temperatureUnit: settings.temperatureUnit,
    ramp: (ratio) => shade('share', ratio),
    shade,
  };
}
