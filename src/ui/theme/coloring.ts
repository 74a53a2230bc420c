import type { Palette } from '../../themes/palette.ts';
import type { Background } from './background.ts';

/** Where the colours come from: a theme, or the one that fits the terminal's background. */
export type Coloring =
  | { readonly palette: Palette }
  | {
      /** What the background is taken for, until the terminal has answered. */
      readonly background: Background;
      /** Whether the terminal is asked. */
      readonly ask: boolean;
    };
