import type { Configuration } from '../config/configuration.ts';
import type { Settings } from '../config/settings.ts';
import type { Control, ControlOff } from '../control/control.ts';
import type { Inspect } from '../metrics/process/detail/detail.ts';
import type { Frame } from '../monitor.ts';
import type { EpochMs } from '../units/quantity.ts';
import type { Coloring } from './theme/coloring.ts';

/** What the screen needs done outside of itself. */
export interface ScreenServices {
  /** Writes the frame as a snapshot; answers with its path. Throws what should be told. */
  save(frame: Frame): Promise<string>;
  /** Writes a picture; answers and throws as `save` does. */
  saveScreenshot(screenshot: Screenshot): Promise<string>;
  /** Stops the process group, as Ctrl+Z does; returns when it was continued. */
  stop(): void;
  /** Asks a process for what isn't listed of it. */
  readonly inspect: Inspect;
  /** What is in force, to be changed and saved. */
  readonly configuration: Configuration;
  /** How to act on processes; or why nothing may. */
  readonly control: Control | ControlOff;
  /** Whether the pace is lower because a battery gives the power. */
  onBattery?(): boolean;
  /** Whose processes are the own ones; absent where that is another system's. */
  readonly user?: string;
  /** Where the colours come from; absent: the dark theme. */
  coloring?(settings: Pick<Settings, 'theme'>): Coloring;
  /** The names of one's own themes. */
  ownThemes?(): readonly string[];
  /** Writes to the terminal, past the screen. */
  write(sequence: string): Promise<void>;
}

/** A picture of the screen, and whose time it shows. */
export interface Screenshot {
  readonly svg: string;
  readonly time: EpochMs;
}
