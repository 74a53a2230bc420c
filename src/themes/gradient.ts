import { type Hex, mix } from './color.ts';
import type { Meaning } from './meaning.ts';

/** A course of colours from nothing to all, for graphs by their height and bars by their length. */
export const gradients = {
  share: course(['ok', 'warn', 'critical'], 'A share by how worrying it is: bars, percentages'),
  cpu: course(['ok', 'warn', 'critical'], 'The CPU, from idle to busy'),
  temperature: course(['ok', 'warn', 'critical'], 'From cold to hot'),
  used: course(['used'], 'Memory in use'),
  cached: course(['cached'], 'Memory that holds files'),
  free: course(['free'], 'Memory that holds nothing'),
  swap: course(['swap'], 'Swap in use'),
  receive: course(['receive'], 'What the network brings'),
  send: course(['send'], 'What goes out to the network'),
  read: course(['read'], 'What is read from disks'),
  write: course(['write'], 'What is written to disks'),
} as const satisfies Readonly<Record<string, GradientInfo>>;

export type GradientName = keyof typeof gradients;

export const gradientNames = Object.keys(gradients) as readonly GradientName[];

export interface GradientInfo {
  /** The meanings that it goes through where a theme has no course of its own for it. */
  readonly through: readonly Meaning[];
  readonly help: string;
}

/** How much of its colour the low end of a course through a single one has; the rest is background. */
const LOW_END = 0.78;

/** The colours that a gradient goes through, from those of its meanings. */
export function deriveStops(name: GradientName, colors: Readonly<Record<Meaning, Hex>>, background: Hex): readonly Hex[] {
  const [first, ...rest] = gradients[name].through.map((meaning) => colors[meaning]) as [Hex, ...Hex[]];
  return rest.length > 0 ? [first, ...rest] : [mix(background, first, LOW_END), first];
}

/** The color at `position` (0 to 1) of a course through evenly spaced stops. */
export function colorAt(stops: readonly Hex[], position: number): Hex {
  const scaled = Math.min(1, Math.max(0, position)) * (stops.length - 1);
  const index = Math.max(0, Math.min(stops.length - 2, Math.floor(scaled)));
  const from = stops[index] ?? '#000000';
  return mix(from, stops[index + 1] ?? from, scaled - index);
}

function course(through: readonly [Meaning, ...Meaning[]], help: string): GradientInfo {
  return { through, help };
}
