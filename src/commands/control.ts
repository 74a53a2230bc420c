import os from 'node:os';
import type { Settings } from '../config/settings.ts';
import { type Control, type ControlOff, createControl } from '../control/control.ts';
import { linuxIdentities, portableIdentities } from '../control/identity.ts';
import { signalsOn } from '../control/signal.ts';
import type { Door } from '../platform/door.ts';
import { runningSystem } from '../platform/running.ts';
import type { Outside } from './outside.ts';
import { choosePlatform } from './session.ts';

/** What there is under `readonly`. */
export const CONTROL_OFF: ControlOff = { off: 'readonly: nothing acts on processes' };

/** How processes are acted on in this session; or why they aren't. */
export function openControl(settings: Pick<Settings, 'readonly' | 'root' | 'platform'>, outside: Outside): Control | ControlOff {
  const { readonly, root } = settings;
  if (readonly) return CONTROL_OFF;
  if (root !== undefined) return { off: `these are the processes of ${root}, not of the system that sysmon runs on` };
  const system = runningSystem();
  const listed = choosePlatform(settings.platform, root);
  if (listed === 'linux' && !isOurs(system.door, outside.pid)) {
    return { off: '/proc shows another pid namespace: its pids mean other processes here' };
  }
  const platform = os.platform();
  return createControl({
    identities: listed === 'linux' ? linuxIdentities(system.door) : portableIdentities(system),
    kill: outside.kill,
    getPriority: os.getPriority,
    setPriority: os.setPriority,
    clock: system.clock,
    ownPid: outside.pid,
    platform,
    signals: signalsOn(platform),
  });
}

/** A /proc that was mounted from elsewhere, say from a container's host, knows us by another pid, or not at all. */
function isOurs(door: Door, pid: number): boolean {
  return door.link('/proc/self') === String(pid);
}
