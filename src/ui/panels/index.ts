import type { PanelName } from '../../config/settings.ts';
import type { Keymap } from '../../keymap/keymap.ts';
import { cpuPanel } from './cpu.ts';
import { disksPanel } from './disks.ts';
import { memoryPanel } from './memory.ts';
import { networkPanel } from './network.ts';
import type { Panel } from './panel.ts';
import { processesPanel } from './processes.ts';
import { sensorsPanel } from './sensors.ts';

/** The panels, in the order of sysmon's own keys: the one list that a new panel joins. */
export const panels: readonly Panel[] = [cpuPanel, memoryPanel, disksPanel, networkPanel, sensorsPanel, processesPanel];

export function panelNamed(name: PanelName): Panel {
  const panel = panels.find((one) => one.name === name);
  if (panel === undefined) throw new Error(`no panel ${name}`);
  return panel;
}

/** The key that shows and hides a panel, as its border shows it; undefined where none does. */
export function hotkeyOf(name: PanelName, { keyFor }: Keymap): string | undefined {
  return keyFor(`panel-${name}`);
}
