import type { Settings } from '../config/settings.ts';
import { dark } from '../themes/built-in/index.ts';
import type { GradientName } from '../themes/gradient.ts';
import { type Palette, tellsApart } from '../themes/palette.ts';
import type { Seconds } from '../units/quantity.ts';
import { asciiGlyphs, type Glyphs, unicodeGlyphs } from './glyphs.ts';
import { asciiGraph, blockGraph, brailleGraph } from './graph-glyphs.ts';
import { type Color, createTheme, type Depth, type Theme } from './theme/theme.ts';

/** How things are drawn, handed to everything that draws: decided at start, but for the time that graphs span. */
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
  /** What graphs are made of, and the alerts whose thresholds they show. */
  readonly graph: Settings['graph'];
  readonly rules: Settings['rules'];
  /** The time that graphs span; absent: a sample a column, as many as there is room for. */
  readonly span?: Seconds | undefined;
  /** Where the first alert of a metric begins, by its name, for all of its items; undefined where none does, or below. */
  limitOf(metric: string): number | undefined;
  /** The colour of a share by how worrying it is: calm at 0, critical at 1. */
  ramp(ratio: number): Color;
  /** The colour at a place of a gradient, 0 to 1. */
  shade(gradient: GradientName, ratio: number): Color;
}

export type LookSettings = Pick<Settings, 'ascii' | 'graph' | 'rules' | 'networkUnit' | 'temperatureUnit'>;

export function createLook(settings: LookSettings, depth: Depth, palette: Palette = dark): Look {
  const theme = createTheme(palette, depth);
  // The sixteen are the terminal's, whatever the theme has.
  const colored = depth === 1 ? !palette.hueless : depth > 1 && tellsApart(palette);
  // The grey of sixteen colours is as strong as the others, and on light terminals stronger.
  const shaded = colored && depth > 1;
  const shade: Look['shade'] = (gradient, ratio) => {
    const steps = theme.gradients[gradient];
    return steps[Math.min(steps.length - 1, Math.max(0, Math.floor(ratio * steps.length)))];
  };
  return {
    theme,
    palette,
    glyphs: settings.ascii ? asciiGlyphs : unicodeGlyphs(shaded, GRAPHS[settings.graph]),
    colored,
    ascii: settings.ascii,
    networkUnit: settings.networkUnit,
    temperatureUnit: settings.temperatureUnit,
    graph: settings.graph,
    rules: settings.rules,
    limitOf: (metric) => limitOf(settings.rules, metric),
    ramp: (ratio) => shade('share', ratio),
    shade,
  };
}

const GRAPHS = { braille: brailleGraph, block: blockGraph, ascii: asciiGraph };

function limitOf(rules: Settings['rules'], metric: string): number | undefined {
  const limits = rules.filter((rule) => rule.metric === metric && rule.comparison === '>' && rule.item === undefined);
  return limits.length === 0 ? undefined : Math.min(...limits.map(({ threshold }) => threshold));
}
