import chalk from 'chalk';
import { type RenderOptions, render } from 'ink';
import type { ColorDepth } from '../config/settings.ts';
import type { Monitor } from '../monitor.ts';
import { App } from './App.tsx';
import { Themed } from './Themed.tsx';
import type { Depth } from './theme/theme.ts';
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
export function openScreen(monitor: Monitor, services: ScreenServices, streams: Streams = {}): Screen {
  const { inForce } = services.configuration;
  const found = chalk.level;
  let redraw = () => {};
  const ink = render(drawApp(), {
    ...streams,
    alternateScreen: true,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
  });
  const unsubscribe = inForce.subscribe(() => ink.rerender(drawApp()));
  return { done: ink.waitUntilExit().finally(unsubscribe), close: () => ink.unmount(), redraw: () => redraw() };

  /** As the settings of the moment want it. */
  function drawApp() {
    const { settings } = inForce.get();
    const depth = depthOf(settings.color, found);
    chalk.level = depth;
    return (
      <Themed
        settings={settings}
        depth={depth}
        coloring={services.coloring?.(settings) ?? { background: 'dark', ask: false }}
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
      />
    );
  }
}

/** Automatic: as many as chalk finds the terminal to have; none under NO_COLOR, which main has turned into 'none'. */
function depthOf(color: ColorDepth | 'auto', found: Depth): Depth {
  switch (color) {
    case 'auto':
      return found;
    case 'none':
      return 0;
    case '16':
      return 1;
    case '256':
      return 2;
    case 'truecolor':
      return 3;
  }
}
