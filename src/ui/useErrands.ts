import { useApp } from 'ink';
import type { Configuration } from '../config/configuration.ts';
import type { Changes } from '../config/option-list.ts';
import { nextStep, paces } from '../config/steps.ts';
import type { Control } from '../control/control.ts';
import type { Deed } from '../control/deed.ts';
import type { Target } from '../control/target.ts';
import { formatDeeds } from '../control/text.ts';
import { describeError } from '../errors.ts';
import type { Frame, Monitor } from '../monitor.ts';
import { formatInterval } from '../units/format.ts';
import { encodeClipboard } from './clipboard.ts';
import type { Errand } from './errand.ts';
import type { Reporter } from './report-input.ts';
import type { News } from './screen-state.ts';
import type { ScreenServices, Screenshot } from './services.ts';
import { formatProblem, formatReverted, formatSaved } from './settings/text.ts';

/** What became of an errand. */
export interface ErrandOutcome {
  readonly news?: News;
  /** What was done to processes, whose fate is still to be seen. */
  readonly deeds?: readonly Deed[];
}

/** Carries out what reaches beyond the screen; answers with what to tell, if anything. */
export function useErrands(
  monitor: Monitor,
  services: ScreenServices,
  reporters: readonly Pick<Reporter<never>, 'take' | 'giveBack'>[],
  takeScreenshot: () => Screenshot | undefined,
) {
  const { exit, suspendTerminal } = useApp();
  // Whoever has the terminal meanwhile must not read what it reports.
  const lendTerminal = async (use: () => void) => {
    for (const reporter of reporters) reporter.giveBack();
    try {
      await suspendTerminal(async () => use());
    } finally {
      for (const reporter of reporters) reporter.take();
    }
  };
  return async (errand: Errand, shown: Frame | undefined): Promise<ErrandOutcome> => {
    switch (errand.type) {
      case 'save':
        return shown ? { news: await tellSaved(services.save(shown)) } : {};
      case 'screenshot': {
        const screenshot = takeScreenshot();
        return screenshot ? { news: await tellSaved(services.saveScreenshot(screenshot)) } : {};
      }
      case 'changeInterval':
        return changeInterval(monitor, services.configuration, errand.direction);
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
        return act(services, errand.targets, (control, target) => control.send(target, errand.signal));
      case 'reniceTargets':
        return act(services, errand.targets, (control, target) => control.renice(target, { by: errand.by }));
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

async function act(
  { control }: ScreenServices,
  targets: readonly Target[],
  how: (control: Control, target: Target) => Promise<Deed>,
): Promise<ErrandOutcome> {
  if ('off' in control) return { news: { text: control.off, tone: 'bad' } };
  const deeds = await Promise.all(targets.map((target) => how(control, target)));
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
    return { text: formatProblem(describeError(error)), tone: 'bad' };
  }
}

async function changeInterval({ sampler }: Monitor, configuration: Configuration, direction: 1 | -1): Promise<ErrandOutcome> {
  const now = sampler.interval;
  const next = nextStep(paces, now, direction);
  const news: News = { text: `sampling every ${formatInterval(next ?? now)}`, tone: 'good' };
  return { news, ...(next !== undefined && (await configure(configuration, { interval: next }))) };
}

async function configure(configuration: Configuration, changes: Changes): Promise<ErrandOutcome> {
  try {
    await configuration.change(changes);
    return {};
  } catch (error) {
    return { news: { text: formatProblem(describeError(error)), tone: 'bad' } };
  }
}
