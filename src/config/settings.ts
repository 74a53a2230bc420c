import type { Rule } from '../alerts/alert.ts';
import type { NameFilter } from '../sampling/filter.ts';
import type { Ratio, Seconds } from '../units/quantity.ts';

/** Everything that can be configured, in force: defaults < configuration file < environment < flags. Frozen. */
export interface Settings {
  /** Time between samples; absent: the command's own default. */
  readonly interval?: Seconds;
  /** Share of one core that the live view may use; absent: what it takes. */
  readonly budget?: Ratio;
  /** Draws less often while the terminal has no focus. */
  readonly rest: boolean;
  /** Where numbers come from; `auto` takes /proc and /sys where there are any. */
  readonly platform: PlatformChoice;
  /** The folder at which the system to be read has its `/`; absent: the running system. */
  readonly root?: string;
  /** The panels that are shown at start. */
  readonly panels: readonly PanelName[];
  /** The layout at start, one of `layouts`. */
  readonly preset: string;
  /** Built in and own, in the order in which a key walks through them. */
  readonly layouts: Layouts;
  /** `auto`, which follows the terminal's background, a theme's name, or the path of a file. */
  readonly theme: string;
  readonly color: ColorDepth | 'auto';
  /** Draw with ASCII characters only. */
  readonly ascii: boolean;
  /** What graphs are made of. */
  readonly graph: GraphStyle;
  /** Clicks and the wheel are ours; else the terminal's. */
  readonly mouse: boolean;
  /** Plain lines for screen readers, in place of the live view. */
  readonly linear: boolean;
  /** Nothing acts on processes. */
  readonly readonly: boolean;
  readonly networkUnit: 'bytes' | 'bits';
  readonly temperatureUnit: 'celsius' | 'fahrenheit';
  readonly filesystems: NameFilter;
  readonly disks: NameFilter;
  readonly interfaces: NameFilter;
  /** Processes in a snapshot: so many by CPU and so many by memory. */
  readonly topProcesses: number;
  /** What is shown of each process, from left to right; absent: what there is room for. */
  readonly processColumns?: readonly ColumnName[];
  /** Where `s` and `sysmon demo` write snapshots. */
  readonly snapshotFolder: string;
  /** Where every sample is written to; absent: nowhere. */
  readonly saveFolder?: string;
  /** Whether `sysmon demo` writes its file. */
  readonly save: boolean;
  readonly rules: readonly Rule[];
  /** The keys in force; no key twice. */
  readonly keys: Keys;
}

/** The keys of actions, by the id of their binding; for an action without any, an empty list. */
export type Keys = Readonly<Record<string, readonly string[]>>;

/** In the order of the keys 1 to 6. */
export const panelNames = ['cpu', 'memory', 'disks', 'network', 'sensors', 'processes'] as const;
export type PanelName = (typeof panelNames)[number];

/** How the screen is divided among panels: rows from top to bottom; or as it flows, which is the default. */
export type Plan = 'flow' | readonly PlanRow[];

export interface PlanRow {
  /** Its share of the height, beside the other rows. */
  readonly weight: number;
  /** From left to right. */
  readonly cells: readonly PlanCell[];
}

export interface PlanCell {
  readonly panel: PanelName;
  /** Its share of the row's width. */
  readonly weight: number;
}

/** By name. */
export type Layouts = Readonly<Record<string, Plan>>;

/** What can be told of a process, in the order in which it is shown where nobody chose another. */
export const columnNames = [
  'pid',
  'ppid',
  'user',
  'state',
  'nice',
  'priority',
  'threads',
  'time',
  'age',
  'virtual',
  'resident',
  'shared',
  'memory',
  'read',
  'write',
  'io',
  'files',
  'unit',
  'group',
  'cpu',
  'history',
  'command',
] as const;
export type ColumnName = (typeof columnNames)[number];

export const graphStyles = ['braille', 'block', 'ascii'] as const;
export type GraphStyle = (typeof graphStyles)[number];

export const colorDepths = ['none', '16', '256', 'truecolor'] as const;
export type ColorDepth = (typeof colorDepths)[number];

/** Of a screen, in cells. */
export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

export const platformChoices = ['auto', 'linux', 'portable'] as const;
export type PlatformChoice = (typeof platformChoices)[number];
