import type { Control, ControlOff } from '../../control/control.ts';
import type { Keymap } from '../../keymap/keymap.ts';
import { known } from '../../metrics/outcome.ts';
import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Frame } from '../../monitor.ts';
import { printable } from '../../units/cells.ts';
import type { Errand } from '../errand.ts';
import { sayAlert, sayOver } from './alert-topics.ts';
import { type Asking, beginAsking, beginFinding } from './asking.ts';
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
  readonly control: Control | ControlOff;
}

export interface Answer {
  readonly sentences: readonly string[];
  /** What shows of a key that types; comes before the sentences. */
  readonly echo?: string;
  /** What is to be done outside. */
  readonly errands?: readonly Errand[];
  /** What is asked back, and takes the keys until it is answered. */
  readonly asking?: Asking;
  /** Whether anything is told by itself from now on; absent: as before. */
  readonly quiet?: boolean;
}

/** Pure: what a key is answered with. No key is left without a word: whoever doesn't see the screen can't tell that nothing happened. */
export function answer(key: string, { frame, keymap, units, quiet, control }: Asked): Answer {
  const action = keymap.actionFor(key);
  switch (action?.type) {
    case 'quit':
    case 'suspend':
    case 'save':
    case 'changeInterval':
      return { sentences: [], errands: [action] };
    case 'signal':
    case 'freeze':
      return beginAsking(action.type, control);
    case 'renice':
      return beginAsking(action.by > 0 ? 'nice-up' : 'nice-down', control);
    case 'editQuery':
      return beginFinding();
    case 'open':
    case 'redraw':
      return { sentences: saySummary(frame, units) };
    case 'togglePanel':
      return { sentences: [sayPanel(action.panel, frame.sample, units)] };
    case 'sort':
      return action.by === 'cpu' || action.by === 'memory' ? { sentences: [sayFirst(action.by, frame)] } : nothing(key, keymap);
    case 'pause':
      return quiet
        ? { sentences: ['Changes are told again.'], quiet: false }
        : { sentences: [`Quiet: nothing is told by itself until ${sayKey(key)} is pressed again.`], quiet: true };
    case 'show':
      if (action.overlay === 'help') return { sentences: sayHelp(keymap) };
      return action.overlay === 'alerts' ? { sentences: sayAlerts(frame, units) } : nothing(key, keymap);
    default:
      return nothing(key, keymap);
  }
}

function nothing(key: string, keymap: Keymap): Answer {
  const help = keymap.keyFor('help');
  return {
    sentences: [printable(`${sayKey(key)} does nothing here${help === undefined ? '' : `; ${sayKey(help)} tells the keys`}.`)],
  };
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
