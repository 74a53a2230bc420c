import { type ReactElement, useMemo } from 'react';
import { dark, light } from '../themes/built-in/index.ts';
import { createLook, type Look, type LookSettings } from './look.ts';
import type { Coloring } from './theme/coloring.ts';
import type { Depth } from './theme/theme.ts';
import { useBackground } from './useBackground.ts';

export interface ThemedProps {
  readonly settings: LookSettings;
  readonly depth: Depth;
  readonly coloring: Coloring;
  /** Writes to the terminal. */
  ask(question: string): void;
  draw(look: Look): ReactElement;
}

/** Draws in the colours of a theme, or of the one that fits the terminal's background; anew when that turns out to be another. */
export function Themed({ settings, depth, coloring, ask, draw }: ThemedProps) {
  const chosen = 'palette' in coloring ? coloring.palette : undefined;
  const guess = 'background' in coloring ? coloring.background : 'dark';
  const isAsked = 'ask' in coloring && coloring.ask && depth > 0;
  const background = useBackground(guess, isAsked ? ask : undefined);
  const palette = chosen ?? (background === 'light' ? light : dark);
  const look = useMemo(() => createLook(settings, depth, palette), [settings, depth, palette]);
  return draw(look);
}
