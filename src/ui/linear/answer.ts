import type { Action, Intent } from '../../keymap/action.ts';
import { isActing } from '../../keymap/action.ts';
import type { Keymap } from '../../keymap/keymap.ts';
import { known } from '../../metrics/outcome.ts';
import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Frame } from '../../monitor.ts';
import { printable } from '../../units/cells.ts';
import { sayAlert, sayOver } from './alert-topics.ts';
import { sayHelp, sayKey } from './keys.ts';
import { sayBusiest, sayLargest } from './reports/busiest.ts';
import { sayPanel } from './reports/report.ts';
import { saySummary } from './summary.ts';

/** What a key is answered from. */
export interface Asked {
  readonly frame: Frame;
  readonly keymap: Keymap;
  readonly units: PeopleUnits;
  /** Nothing is told by itself. */
  readonly quiet: boolean;
}

export interface Answer {
  readonly sentences: readonly string[];
  /** What is to be done outside. */
  readonly errand?: Intent;
  /** Whether anything is told by itself from now on; absent: as before. */
  readonly quiet?: boolean;
}

/** Pure: what a key is answered with. No key is left without a word: whoever doesn't see the screen can't tell that nothing happened. */
export function answer(key: string, { frame, keymap, units, quiet }: Asked): Answer {
  const action = keymap.actionFor(key);
  switch (action?.type) {
    case 'quit':
    case 'suspend':
    case 'save':
    case 'changeInterval':
      return { sentences: [], errand: action };
    case 'open':
    case 'redraw':
      return { sentences: saySummary(frame, units) };
    case 'togglePanel':
      return { sentences: [sayPanel(action.panel, frame.sample, units)] };
    case 'sort':
      return action.by === 'cpu' || action.by === 'memory'
        ? { sentences: [sayFirst(action.by, frame)] }
        : nothing(key, action, keymap);
    case 'pause':
      return quiet
        ? { sentences: ['Changes are told again.'], quiet: false }
        : { sentences: [`Quiet: nothing is told by itself until ${sayKey(key)} is pressed again.`], quiet: true };
    case 'show':
      if (action.overlay === 'help') return { sentences: sayHelp(keymap) };
      return action.overlay === 'alerts' ? { sentences: sayAlerts(frame, units) } : nothing(key, action, keymap);
    default:
      return nothing(key, action, keymap);
  }
}

function nothing(key: string, action: Action | undefined, keymap: Keymap): Answer {
  const help = keymap.keyFor('help');
  const why = action && isActing(action) ? 'nothing acts on processes in the linear mode' : `${sayKey(key)} does nothing here`;
  return { sentences: [printable(`${why}${help === undefined ? '' : `; ${sayKey(help)} tells the keys`}.`)] };
}

/** So many processes are told. */
const MOST = 8;

function sayFirst(by: 'cpu' | 'memory', { sample }: Frame): string {
  const all = known(sample.process)?.all ?? [];
  const said = by === 'cpu' ? sayBusiest(all, MOST) : sayLargest(all, MOST);
  return printable(`${by === 'cpu' ? 'Busiest' : 'Largest'}: ${said === '' ? 'none' : said}.`);
}

/** So many that were resolved are told. */
const RESOLVED = 5;

function sayAlerts(frame: Frame, units: PeopleUnits): readonly string[] {
  const { firing, resolved } = frame.alerts;
  if (firing.length + resolved.length === 0) return ['No alert fires, and none was resolved since sysmon was started.'];
  return [
    ...(firing.length === 0 ? ['No alert fires.'] : firing.map((alert) => sayAlert(alert, frame, units))),
    ...resolved.slice(0, RESOLVED).map((alert) => `Resolved: ${sayOver(alert, units)}`),
  ];
}
