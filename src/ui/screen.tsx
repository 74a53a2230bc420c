import chalk from 'chalk';
import { type RenderOptions, render } from 'ink';
import type { Settings } from '../config/settings.ts';
import type { Monitor } from '../monitor.ts';
import { App } from './App.tsx';
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

/** The terminal's streams; the process's own where they are left out. */
export type Streams = Pick<RenderOptions, 'stdin' | 'stdout' | 'stderr'>;

/** Takes the terminal and draws the monitor's frames into it until the user quits. */
export function openScreen(monitor: Monitor, settings: Settings, services: ScreenServices, streams: Streams = {}): Screen {
  // As many as chalk finds the terminal to have; none under NO_COLOR, which main has turned into 'none'.
  const depth = depthOf(settings.color, chalk.level);
  chalk.level = depth;
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
          onRedraw={(again) => {
            redraw = again;
          }}
        />
      )}
    />,
    { ...streams, alternateScreen: true, exitOnCtrlC: false, patchConsole: false, interactive: true },
  );
  return { done: ink.waitUntilExit(), close: () => ink.unmount(), redraw: () => redraw() };
}
