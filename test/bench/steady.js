import { setTimeout as sleep } from 'node:timers/promises';
import { spawn as openTerminal } from '@lydell/node-pty';
import { median } from './figures.js';
import { readTree } from './process-tree.js';

/** Time in which a program starts and settles; what it costs is told apart from what comes after. */
const SETTLE_SECONDS = 3;
/** Silence that parts one update of the screen from the next, at one a second. */
const PAUSE_MS = 200;
/** A terminal shows a first picture when this many characters stand on it. */
const PICTURE_CHARACTERS = 500;
/** What a terminal answers when it is asked for the place of its cursor, its kind, and its state. */
const ANSWERS = { '\x1b[6n': '\x1b[1;1R', '\x1b[c': '\x1b[?62;22c', '\x1b[0c': '\x1b[?62;22c', '\x1b[5n': '\x1b[0n' };

/** Each key is pressed so often, at times that fall anywhere between two refreshes. */
const PRESSES = 7;
const BETWEEN_PRESSES_MS = 170;
/** Silence that ends what a key has led to. */
const ANSWERED_MS = 40;

/**
 * Runs a program for some seconds, once it has settled, and tells what it and its descendants cost.
 * - firstPaint: seconds from the start to the first picture
 * - startCpu: CPU seconds until it had settled
 * - cpu: share of one core since then, 0.01 is 1 %
 * - updates: bursts of output a second; 1 shows that the program does refresh as often as it was asked to
 * - updateCpu: CPU seconds for each of them: one sample, drawn
 * - rss, pss: bytes resident, the median of one reading a second; peak: the most since the start
 * - bytes: output, bytes a second
 * - a figure for each key: seconds from the press to the end of what was written then, the median of some presses
 * Throws when the program ends by itself or shows nothing.
 */
export async function measureSteady({ name, command, keys = {} }, seconds, env) {
  const output = createOutput();
  const running = startInTerminal(command, env, output);
  try {
    await sleep(SETTLE_SECONDS * 1000);
    const look = () => ({ time: performance.now() / 1000, ...output.counts(), ...readLiving(running, name) });
    const start = look();
    const readings = [];
    do {
      await sleep(Math.min(1, seconds) * 1000);
      readings.push(look());
    } while (readings.at(-1).time - start.time < seconds);
    const end = readings.at(-1);
    if (end.firstPaint === undefined) throw new Error(`${name} showed nothing`);
    const span = end.time - start.time;
    const cpu = end.cpu - start.cpu;
    const updates = end.updates - start.updates;
    return {
      firstPaint: end.firstPaint,
      startCpu: start.cpu,
      cpu: cpu / span,
      updates: updates / span,
      updateCpu: updates > 0 ? cpu / updates : undefined,
      rss: median(readings.map(({ rss }) => rss)),
      pss: median(readings.map(({ pss }) => pss)),
      peak: end.peak,
      bytes: (end.bytes - start.bytes) / span,
      ...(await pressKeys(keys, running, output)),
    };
  } finally {
    await stop(running);
  }
}

async function pressKeys(keys, { write }, output) {
  const answers = [];
  for (const [name, key] of Object.entries(keys)) {
    const times = [];
    for (let press = 0; press < PRESSES; press += 1) {
      await sleep(BETWEEN_PRESSES_MS);
      const before = output.counts().bytes;
      const pressed = performance.now();
      write(key);
      do await sleep(ANSWERED_MS);
      while (performance.now() - output.counts().last < ANSWERED_MS && performance.now() - pressed < 1000);
      times.push(output.counts().bytes > before ? (output.counts().last - pressed) / 1000 : undefined);
    }
    answers.push([name, median(times)]);
  }
  return Object.fromEntries(answers);
}

/** Counts what a program writes; times are seconds since this was made. */
function createOutput() {
  const born = performance.now();
  let [bytes, updates, characters, last] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  let firstPaint;
  return {
    take(data) {
      const now = performance.now();
      if (now - last > PAUSE_MS) updates += 1;
      last = now;
      bytes += data.length;
      if (firstPaint !== undefined) return;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours and moves of the cursor start with one
      characters += data.toString().replace(/\x1b\[[\d;?]*[a-zA-Z]|\s/g, '').length;
      if (characters >= PICTURE_CHARACTERS) firstPaint = (now - born) / 1000;
    },
    counts: () => ({ bytes, updates, firstPaint, last }),
  };
}

function startInTerminal([file, ...args], env, output) {
  const terminal = openTerminal(file, args, { cols: 160, rows: 48, name: env.TERM, env, encoding: null });
  const gone = new Promise((resolve) => terminal.onExit(resolve));
  terminal.onData((data) => {
    output.take(data);
    for (const [question, answer] of Object.entries(ANSWERS)) if (data.includes(question)) terminal.write(answer);
  });
  return { pid: terminal.pid, gone, kill: (signal) => terminal.kill(signal), write: (keys) => terminal.write(keys) };
}

function readLiving({ pid }, name) {
  const tree = readTree(pid);
  if (tree?.rss === undefined) throw new Error(`${name} ended by itself`);
  return tree;
}

async function stop({ gone, kill }) {
  kill('SIGTERM');
  const patience = new AbortController();
  const stubborn = sleep(2000, true, { signal: patience.signal }).catch(() => false);
  if (await Promise.race([gone.then(() => false), stubborn])) kill('SIGKILL');
  await gone;
  patience.abort();
}
