import type { Rule } from '../alerts/alert.ts';
import type { NameFilter } from '../sampling/filter.ts';
import type { Seconds } from '../units/quantity.ts';

/** Everything that can be configured, in force: defaults < configuration file < environment < flags. Frozen. */
export interface Settings {
  /** Time between samples; absent: the mode's own default. */
  readonly interval?: Seconds;
  /** The panels that are shown at start. */
  readonly panels: readonly PanelName[];
  readonly theme: ThemeName;
  readonly color: ColorDepth | 'auto';
  /** Draw with ASCII characters only. */
  readonly ascii: boolean;
  readonly networkUnit: 'bytes' | 'bits';
  readonly temperatureUnit: 'celsius' | 'fahrenheit';
  readonly filesystems: NameFilter;
  readonly disks: NameFilter;
  readonly interfaces: NameFilter;
  /** Where `s` writes snapshots. */
  readonly snapshotFolder: string;
  readonly rules: readonly Rule[];
}

/** In the order of the keys 1 to 5. */
export const panelNames = ['cpu', 'memory', 'disks', 'network', 'sensors'] as const;
export type PanelName = (typeof panelNames)[number];

export const themeNames = ['dark', 'light'] as const;
export type ThemeName = (typeof themeNames)[number];

export const colorDepths = ['none', '16', '256', 'truecolor'] as const;
export type ColorDepth = (typeof colorDepths)[number];
