import { useApp } from 'ink';
import type { Control, ControlOff } from '../control/control.ts';
import { describeError } from '../errors.ts';
import type { Intent } from '../keymap/action.ts';
import type { Frame, Monitor } from '../monitor.ts';
import { formatInterval } from '../units/format.ts';
import type { Message } from './screen-state.ts';

/** What the screen needs done outside of itself. */
export interface ScreenServices {
  /** Writes the frame as a snapshot; answers with its path. Throws what should be told. */
  save(frame: Frame): Promise<string>;
  /** Stops the process group, as Ctrl+Z does; returns when it was continued. */
  stop(): void;
  /** How to act on processes; or why nothing may. */
  readonly control: Control | ControlOff;
}

export type News = Omit<Message, 'until'>;

/** Carries out what reaches beyond the screen; answers with what to tell, if anything. */
export function useIntents(monitor: Monitor, services: ScreenServices) {
  const { exit, suspendTerminal } = useApp();
  return async (intent: Intent, shown: Frame | undefined): Promise<News | undefined> => {
    switch (intent.type) {
      case 'save':
        return shown && save(shown, services);
      case 'changeInterval':
        return changeInterval(monitor, intent.direction);
      case 'suspend':
        await suspendTerminal(async () => services.stop());
        return undefined;
      case 'redraw':
        // Leaving and taking the terminal again draws everything and sets its modes.
        await suspendTerminal(async () => {});
        return undefined;
      case 'quit':
        exit();
        return undefined;
    }
  };
}

async function save(frame: Frame, services: ScreenServices): Promise<News> {
  try {
    return { text: `saved ${await services.save(frame)}`, tone: 'good' };
  } catch (error) {
    return { text: describeError(error), tone: 'bad' };
  }
}

/** The paces that + and − step through, in seconds. */
const PACES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600];

function changeInterval({ sampler }: Monitor, direction: 1 | -1): News {
  const now = sampler.interval;
  const next = direction > 0 ? PACES.find((pace) => pace > now) : PACES.findLast((pace) => pace < now);
  if (next !== undefined) sampler.setInterval(next);
  return { text: `sampling every ${formatInterval(next ?? now)}`, tone: 'good' };
}
