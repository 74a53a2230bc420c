import chalk from 'chalk';
import { render } from 'ink';
import type { Settings } from '../config/settings.ts';
import type { Monitor } from '../monitor.ts';
import { App } from './App.tsx';
import { openMouse } from './mouse-input.ts';
import { Themed } from './Themed.tsx';
import { depthOf } from './theme/depth.ts';
import type { ScreenServices } from './useIntents.ts';

export interface Screen {
  /** Settles when the user has quit, with the terminal as it was; rejects where drawing broke. */
  readonly done: Promise<unknown>;
  close(): void;
  /** Draws all anew: somebody else wrote to the terminal, or the process was continued. */
  redraw(): void;
}

/** The terminal's streams. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** Takes the terminal and draws the monitor's frames into it until the user quits. */
export function openScreen(monitor: Monitor, settings: Settings, services: ScreenServices, { stdin, stdout }: Streams): Screen {
  // As many as chalk finds the terminal to have; none under NO_COLOR, which main has turned into 'none'.
  const depth = depthOf(settings.color, chalk.level);
  chalk.level = depth;
  const mouse = settings.mouse ? openMouse(stdin, stdout) : undefined;
  let redraw = () => {};
  const ink = render(
    <Themed
      settings={settings}
      depth={depth}
      coloring={services.coloring ?? { background: 'dark', ask: false }}
      ask={(question) => void services.write(question)}
      draw={(look) => (
        <App
          monitor={monitor}
          settings={settings}
          look={look}
          services={services}
          mouse={mouse}
          onRedraw={(again) => {
            redraw = again;
          }}
        />
      )}
    />,
    {
      stdin: mouse?.keyboard ?? stdin,
      stdout,
      alternateScreen: true,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
    },
  );
  return { done: ink.waitUntilExit(), close: () => ink.unmount(), redraw: () => redraw() };
}
