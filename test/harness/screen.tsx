import { setImmediate as turn } from 'node:timers/promises';
import chalk from 'chalk';
import { render } from 'ink';
import type { Settings } from '../../src/config/settings.ts';
import { inspectNothing } from '../../src/metrics/process/detail/detail.ts';
import type { Monitor } from '../../src/monitor.ts';
import { createStore } from '../../src/sampling/store.ts';
import { App } from '../../src/ui/App.tsx';
import { createLook } from '../../src/ui/look.ts';
import { openScreen, type Screen } from '../../src/ui/screen.tsx';
import type { ScreenServices } from '../../src/ui/services.ts';
import { configurationWith } from './configuration.ts';
import { defaults } from './machine.ts';
import { createTerminal, type FakeTerminal } from './terminal.ts';

export interface TestScreen extends FakeTerminal, Screen {}

export interface TestScreenOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly settings?: Partial<Settings>;
  readonly services?: Partial<ScreenServices>;
}

/** The program's own screen on a terminal that a test looks at. Close it. */
export function openTestScreen(monitor: Monitor, options: TestScreenOptions = {}): TestScreen {
  const terminal = createTerminal(options.columns ?? 80, options.rows ?? 24);
  const settings = { ...defaults, color: 'none' as const, ...options.settings };
  const configuration = configurationWith(settings);
  configuration.inForce.subscribe(() => monitor.sampler.setInterval(configuration.inForce.get().settings.interval ?? 1));
  const screen = openScreen(monitor, { ...idle, configuration, ...options.services }, terminal);
  return Object.defineProperties(screen as TestScreen, Object.getOwnPropertyDescriptors(terminal));
}

/** Draws at any size at once: the frame as Ink made it, before a terminal cuts or wraps it. */
export interface Drawing {
  /** The lines at this size. */
  at(columns: number, rows: number): Promise<readonly string[]>;
  /** Presses a key; resolves when what it leads to is drawn. */
  press(key: string, shows: (frame: string) => boolean): Promise<void>;
  /** Frames drawn so far. */
  count(): number;
  close(): void;
}

/** The App without colours in Ink's debug mode, which gives each frame whole and at once. */
export function openDrawing(monitor: Monitor, settings: Partial<Settings> = {}): Drawing {
  chalk.level = 0;
  const all = { ...defaults, ...settings };
  const terminal = createTerminal(160, 48);
  let latest = '';
  let frames = 0;
  const write = (frame: string) => {
    latest = frame;
    frames += 1;
    return true;
  };
  const stdout = Object.assign(Object.create(terminal.stdout), { write, columns: 160, rows: 48 });
  const ink = render(
    <App
      monitor={monitor}
      settings={all}
      look={createLook(all, 0)}
      services={idle}
      resting={createStore(false)}
      pastes={{ subscribe: () => () => {} }}
      onRedraw={() => {}}
    />,
    {
      stdin: terminal.stdin,
      stdout,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
      interactive: true,
    },
  );
  return {
    async at(columns, rows) {
      Object.assign(stdout, { columns, rows });
      stdout.emit('resize');
      // Ink draws what stands at once, and then what React made of the new size.
      const due = frames + 1;
      await turnsUntil(() => frames >= due);
      return latest.split('\n');
    },
    async press(key, shows) {
      // As people do: a key that came before the first picture would answer nothing.
      await turnsUntil(() => latest.trim() !== '');
      terminal.press(key);
      await turnsUntil(() => shows(latest));
    },
    count: () => frames,
    close: () => ink.unmount(),
  };
}

async function turnsUntil(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 100_000; turns++) {
    if (holds()) return;
    await turn();
  }
  throw new Error('what was waited for is never drawn');
}

const idle: ScreenServices = {
  configuration: configurationWith(defaults),
  save: async () => '/tmp/snapshot.json',
  saveScreenshot: async () => '/tmp/screenshot.svg',
  stop: () => {},
  inspect: inspectNothing,
  control: { off: 'nothing is acted on in this test' },
  write: async () => {},
};
