import type { PanelName } from '../../config/settings.ts';
import { cpuPanel } from './cpu.tsx';
import { disksPanel } from './disks.tsx';
import { memoryPanel } from './memory.tsx';
import { networkPanel } from './network.tsx';
import type { Panel } from './panel.ts';
import { processesPanel } from './processes.tsx';
import { sensorsPanel } from './sensors.tsx';

/** The panels, in the order of their keys: the one list that a new panel joins. */
export const panels: readonly Panel[] = [cpuPanel, memoryPanel, disksPanel, networkPanel, sensorsPanel, processesPanel];

export function panelNamed(name: PanelName): Panel {
  const panel = panels.find((one) => one.name === name);
  if (panel === undefined) throw new Error(`no panel ${name}`);
  return panel;
}
