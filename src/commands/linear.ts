import type { Configuration } from '../config/configuration.ts';
import { createKeymap } from '../keymap/keymap.ts';
import { systemClock } from '../platform/clock.ts';
import { type Keyboard, openKeyboard } from '../ui/linear/keyboard.ts';
import { createVoice } from '../ui/linear/voice.ts';
import { capital } from '../ui/linear/words.ts';
import { newsOf } from '../ui/settings/text.ts';
import { printable } from '../units/cells.ts';
import { CONTROL_OFF, openControl } from './control.ts';
import { followFile } from './follow-file.ts';
import { carryOut, type ErrandMeans } from './linear-errands.ts';
import type { LiveOptions } from './live.ts';
import type { Outside } from './outside.ts';
import { openSession } from './session.ts';

/** Plain lines for whoever doesn't see the screen, until the user quits or a recording is over. Neither React nor Ink is loaded. */
export async function runLinear(
  configuration: Configuration,
  { defaultInterval, count }: Pick<LiveOptions, 'defaultInterval' | 'count'>,
  outside: Outside,
): Promise<void> {
  const { stdin, stdout } = outside.streams;
  const settingsNow = () => configuration.inForce.get().settings;
  const intervalNow = () => settingsNow().interval ?? defaultInterval;
  const { monitor, over } = openSession({ settings: settingsNow(), settingsNow, interval: intervalNow(), thrifty: 'readings' });
  const hasKeys = Boolean(stdin.isTTY && stdout.isTTY);
  const keymapNow = () => createKeymap(settingsNow().keys, settingsNow().readonly);
  const control = openControl(settingsNow(), outside);
  const controlNow = () => (settingsNow().readonly ? CONTROL_OFF : control);
  const voice = createVoice({ units: settingsNow, keymap: keymapNow, control: controlNow, keys: hasKeys });
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  let unheard = 0;
  const say = async (sentences: readonly string[]) => {
    if (sentences.length === 0) return;
    unheard += 1;
    await outside.write(`${sentences.join('\n')}\n`);
    unheard -= 1;
  };
  const keyboard = hasKeys ? listen() : undefined;
  const means: ErrandMeans = {
    monitor,
    configuration,
    control: controlNow,
    follow: voice.follow,
    quit: end,
    suspend() {
      keyboard?.giveBack();
      // Returns when it was continued, which takes the keyboard again.
      outside.stop();
    },
  };
  let seen = 0;
  monitor.frames.subscribe(() => {
    const frame = monitor.frames.get();
    // Whoever reads slowly is told later what is still so by then.
    if (frame === undefined || unheard > 0) return;
    void say(voice.hear(frame));
    if (frame.sample.moment.elapsed !== undefined) seen += 1;
    if (seen === count) end();
  });
  configuration.inForce.subscribe(() => {
    if (intervalNow() !== monitor.sampler.interval) monitor.sampler.setInterval(intervalNow());
  });
  configuration.reloads.subscribe(() => {
    const reload = configuration.reloads.get();
    if (reload) void say([printable(`${capital(newsOf(reload).text)}.`)]);
  });
  const unfollow = followFile(configuration.inForce.get().path, systemClock, () => void configuration.reload());
  monitor.sampler.start();
  try {
    await Promise.race([ended, over.then(() => (hasKeys ? say(['The recording is over.']).then(() => ended) : undefined))]);
  } finally {
    unfollow();
    monitor.sampler.stop();
    keyboard?.giveBack();
  }

  function listen(): Keyboard {
    const opened = openKeyboard(
      stdin,
      {
        onKey: (key) => void press(key),
        onPaste: () => void say(['A paste is not taken for keys.']),
        isBound: (key) => keymapNow().actionFor(key) !== undefined,
      },
      outside.terminal ? (sequence) => void stdout.write(sequence) : () => {},
    );
    opened.take();
    outside.onTerminalTaken(opened.giveBack);
    outside.onContinue(opened.take);
    return opened;
  }

  async function press(key: string) {
    const { echo, sentences, errands = [] } = voice.press(key);
    if (echo) void outside.write(echo);
    await say(sentences);
    for (const errand of errands) await say(await carryOut(errand, means));
  }
}
