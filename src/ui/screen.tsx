import chalk from 'chalk';
import { render } from 'ink';
import type { Monitor } from '../monitor.ts';
import { createStore } from '../sampling/store.ts';
import { App } from './App.tsx';
import { drawSome } from './drawn-frames.ts';
import { openPastes } from './paste-input.ts';
import { openReports } from './report-input.ts';
import type { ScreenServices } from './services.ts';
import { Themed } from './Themed.tsx';
import { depthOf } from './theme/depth.ts';

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
export function openScreen(monitor: Monitor, services: ScreenServices, { stdin, stdout }: Streams): Screen {
  const { inForce } = services.configuration;
  const found = chalk.level;
  const pastes = openPastes(stdin);
  const { keyboard, mouse, focus } = openReports(pastes.keyboard, stdout);
  const resting = createStore(false);
  const drawn = drawSome(monitor.frames, resting.get);
  resting.subscribe(drawn.catchUp);
  const shown: Monitor = { ...monitor, frames: drawn.frames };
  let redraw = () => {};
  const ink = render(drawApp(), {
    stdin: keyboard,
    stdout,
    alternateScreen: true,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    // A key that comes right behind a sample, and the first picture behind an empty one, wait no 33 ms for their turn.
    maxFps: 120,
    // Whoever listens has the linear mode; who switches that off wants the screen, and Ink's variable is still set.
    isScreenReaderEnabled: false,
  });
  const unsubscribe = inForce.subscribe(() => ink.rerender(drawApp()));
  const leave = () => {
    unsubscribe();
    drawn.close();
  };
  return { done: ink.waitUntilExit().finally(leave), close: () => ink.unmount(), redraw: () => redraw() };

  /** As the settings of the moment want it. */
  function drawApp() {
    const { settings } = inForce.get();
    // As many as chalk found the terminal to have; none under NO_COLOR, which main has turned into 'none'.
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
            monitor={shown}
            settings={settings}
            look={look}
            services={services}
            mouse={settings.mouse ? mouse : undefined}
            focus={settings.rest ? focus : undefined}
            resting={resting}
            pastes={pastes}
            onRedraw={(again) => {
              redraw = again;
            }}
          />
        )}
      />
    );
  }
}
