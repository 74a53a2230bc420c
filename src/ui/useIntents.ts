import { useApp } from 'ink';
import type { Configuration } from '../config/configuration.ts';
import type { Changes } from '../config/option-table.ts';
import type { Settings } from '../config/settings.ts';
import { nextStep, paces } from '../config/steps.ts';
import type { Control, ControlOff } from '../control/control.ts';
import type { Deed } from '../control/deed.ts';
import type { Target } from '../control/target.ts';
import { formatDeeds } from '../control/text.ts';
import { describeError } from '../errors.ts';
import type { Inspect } from '../metrics/process/detail/detail.ts';
import type { Frame, Monitor } from '../monitor.ts';
import { formatInterval } from '../units/format.ts';
import type { EpochMs } from '../units/quantity.ts';
import { encodeClipboard } from './clipboard.ts';
import type { Errand } from './errand.ts';
import type { Reporter } from './report-input.ts';
import type { News } from './screen-state.ts';
import { formatReverted, formatSaved } from './settings/text.ts';
import type { Coloring } from './theme/coloring.ts';

/** What the screen needs done outside of itself. */
export interface ScreenServices {
  /** Writes the frame as a snapshot; answers with its path. Throws what should be told. */
  save(frame: Frame): Promise<string>;
  /** Writes a picture; answers and throws as `save` does. */
  saveScreenshot(screenshot: Screenshot): Promise<string>;
  /** Stops the process group, as Ctrl+Z does; returns when it was continued. */
  stop(): void;
  /** Asks a process for what isn't listed of it. */
  readonly inspect: Inspect;
  /** What is in force, to be changed and saved. */
  readonly configuration: Configuration;
  /** How to act on processes; or why nothing may. */
  readonly control: Control | ControlOff;
  /** Whether the pace is lower because a battery gives the power. */
  onBattery?(): boolean;
  /** Whose processes are the own ones; absent where that is another system's. */
  readonly user?: string;
  /** Where the colours come from; absent: the dark theme. */
  coloring?(settings: Pick<Settings, 'theme'>): Coloring;
  /** The names of one's own themes. */
  ownThemes?(): readonly string[];
  /** Writes to the terminal, past the screen. */
  write(sequence: string): Promise<void>;
}

/** A picture of the screen, and whose time it shows. */
export interface Screenshot {
  readonly svg: string;
  readonly time: EpochMs;
}

/** What became of an errand. */
export interface Report {
  readonly news?: News;
  /** What was done to processes, whose fate is still to be seen. */
  readonly deeds?: readonly Deed[];
}

/** Carries out what reaches beyond the screen; answers with what to tell, if anything. */
export function useIntents(
  monitor: Monitor,
  services: ScreenServices,
  reporters: readonly Pick<Reporter<never>, 'take' | 'giveBack'>[],
  takeScreenshot: () => Screenshot | undefined,
) {
  const { exit, suspendTerminal } = useApp();
  // Whoever has the terminal meanwhile must not read what it reports.
  const lendTerminal = async (act: () => void) => {
    for (const reporter of reporters) reporter.giveBack();
    try {
      await suspendTerminal(async () => act());
    } finally {
      for (const reporter of reporters) reporter.take();
    }
  };
  return async (errand: Errand, shown: Frame | undefined): Promise<Report> => {
    switch (errand.type) {
      case 'save':
        return shown ? { news: await tellSaved(services.save(shown)) } : {};
      case 'screenshot': {
        const screenshot = takeScreenshot();
        return screenshot ? { news: await tellSaved(services.saveScreenshot(screenshot)) } : {};
      }
      case 'changeInterval':
        return { news: changeInterval(monitor, services.configuration, errand.direction) };
      case 'suspend':
        await lendTerminal(services.stop);
        return {};
      case 'redraw':
        // Leaving and taking the terminal again draws everything and sets its modes.
        await lendTerminal(() => {});
        return {};
      case 'quit':
        exit();
        return {};
      case 'send':
        return reportOf(services, errand.targets, (control, target) => control.send(target, errand.signal));
      case 'reniceTargets':
        return reportOf(services, errand.targets, (control, target) => control.renice(target, { by: errand.by }));
      case 'copyText':
        await services.write(encodeClipboard(errand.text));
        return { news: { text: `given to the terminal's clipboard: ${errand.what}`, tone: 'good' } };
      case 'configure':
        return configure(services.configuration, errand.changes);
      case 'saveSettings':
        return { news: await tellOf(services.configuration.save().then(formatSaved)) };
      case 'revertSettings':
        return { news: await tellOf(services.configuration.revert().then(formatReverted)) };
    }
  };
}

async function reportOf(
  { control }: ScreenServices,
  targets: readonly Target[],
  act: (control: Control, target: Target) => Promise<Deed>,
): Promise<Report> {
  if ('off' in control) return { news: { text: control.off, tone: 'bad' } };
  const deeds = await Promise.all(targets.map((target) => act(control, target)));
  const good = deeds.every(({ outcome }) => outcome === 'done');
  return { news: { text: formatDeeds(deeds), tone: good ? 'good' : 'bad' }, deeds };
}

function tellSaved(path: Promise<string>): Promise<News> {
  return tellOf(path.then((file) => `saved ${file}`));
}

async function tellOf(text: Promise<string>): Promise<News> {
  try {
    return { text: await text, tone: 'good' };
  } catch (error) {
    return { text: describeError(error), tone: 'bad' };
  }
}

function changeInterval({ sampler }: Monitor, configuration: Configuration, direction: 1 | -1): News {
  const now = sampler.interval;
  const next = nextStep(paces, now, direction);
  if (next !== undefined) void configuration.change({ interval: next });
  return { text: `sampling every ${formatInterval(next ?? now)}`, tone: 'good' };
}

async function configure(configuration: Configuration, changes: Changes): Promise<Report> {
  try {
    await configuration.change(changes);
    return {};
  } catch (error) {
    return { news: { text: describeError(error), tone: 'bad' } };
  }
}
