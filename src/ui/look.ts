import type { Settings } from '../config/settings.ts';
import { createMatcher } from '../sampling/pattern.ts';
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
  /** Where the first alert of a metric begins, or of one item of a list: above it, or else below it; undefined where none does. */
  limitOf(metric: string, item?: string): number | undefined;
  /** The colour of a share by how worrying it is: calm at 0, critical at 1. */
  ramp(ratio: number): Color;
  /** The colour at a place of a gradient, 0 to 1. */
  shade(gradient: GradientName, ratio: number): Color;
}

export type LookSettings = Pick<Settings, 'ascii' | 'graph' | 'rules' | 'networkUnit' | 'temperatureUnit'>;

/** How the settings and the terminal want it drawn. `depth` is that of the terminal's colours. */
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
    limitOf: createLimits(settings.rules),
    ramp: (ratio) => shade('share', ratio),
    shade,
  };
}

const GRAPHS = { braille: brailleGraph, block: blockGraph, ascii: asciiGraph };

/** Each is looked for once: graphs ask for theirs with every frame. */
function createLimits(rules: Settings['rules']): Look['limitOf'] {
  const known = new Map<string, number | undefined>();
  return (metric, item) => {
    const key = item === undefined ? metric : `${metric}[${item}]`;
    if (!known.has(key)) known.set(key, firstLimit(rules, metric, item));
    return known.get(key);
  };
}

function firstLimit(rules: Settings['rules'], metric: string, item: string | undefined): number | undefined {
  const covers = (pattern: string | undefined) => pattern === undefined || (item !== undefined && createMatcher([pattern])(item));
  const covering = rules.filter((rule) => rule.metric === metric && covers(rule.item));
  const limits = (side: '>' | '<') => covering.flatMap(({ comparison, threshold }) => (comparison === side ? threshold : []));
  const [over, under] = [limits('>'), limits('<')];
  if (over.length > 0) return Math.min(...over);
  return under.length > 0 ? Math.max(...under) : undefined;
}
