import type { Palette } from '../palette.ts';
import { colorblind } from './colorblind.ts';
import { colorblindLight } from './colorblind-light.ts';
import { dark } from './dark.ts';
import { highContrast } from './high-contrast.ts';
import { highContrastLight } from './high-contrast-light.ts';
import { light } from './light.ts';
import { monochrome } from './monochrome.ts';
import { monochromeLight } from './monochrome-light.ts';

/** The themes that come with sysmon: the one list that a new one joins. */
export const builtIn: readonly Palette[] = [
  dark,
  light,
  highContrast,
  highContrastLight,
  colorblind,
  colorblindLight,
  monochrome,
  monochromeLight,
];

export const builtInNames: readonly string[] = builtIn.map(({ name }) => name);

export { dark, light };
