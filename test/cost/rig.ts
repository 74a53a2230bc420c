import { Readable, Writable } from 'node:stream';
import chalk from 'chalk';
import Yoga from 'yoga-layout';
import { createWatch } from '../../src/alerts/watch.ts';
import { resolveSettings } from '../../src/config/resolve.ts';
import { createAttention } from '../../src/metrics/process/attention.ts';
import { inspectNothing } from '../../src/metrics/process/detail/detail.ts';
import { createMonitor } from '../../src/monitor.ts';
import { keepOpen } from '../../src/platform/kept-door.ts';
import { createFilter } from '../../src/sampling/filter.ts';
import { createSource } from '../../src/sampling/reading.ts';
import { openScreen } from '../../src/ui/screen.tsx';
import { configurationWith } from '../harness/configuration.ts';
import { type Asked, countingDoor, nothingAsked } from './counting-door.ts';
import type { Machine } from './machine.ts';
import type { OwnTime } from './own-time.ts';

/** The live view of a machine, from the door to the terminal as the program has them; time goes on when it is told to. */
export interface Rig {
  /** One sample, drawn. */
  next(): Promise<void>;
  /** Since the rig was opened. */
  readonly asked: Asked;
  written(): number;
  /** What stands in Ink's tree: boxes and texts. */
  nodes(): number;
  close(): void;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

type YogaNode = ReturnType<typeof Yoga.Node.create>;

export function openRig({ step, at }: Machine, { columns, rows }: Size, { clock, advance }: OwnTime): Rig {
  const { settings } = resolveSettings({ flags: {}, environment: {}, home: '/home/ada' });
  chalk.level = 3;
  let instant = 0;
  let current = at(0);
  const asked = nothingAsked();
  const door = keepOpen(
    countingDoor(() => current, asked),
    true,
  );
  const attention = createAttention();
  const source = createSource(
    {
      door,
      clock,
      local: false,
      attention: attention.get,
      sinceBoot: clock.monotonic,
      advance() {
        instant += 1;
        current = at(instant);
        door.next();
        return true;
      },
    },
    'linux',
  );
  const monitor = createMonitor({
    source,
    clock,
    interval: step,
    attention,
    filter: createFilter(settings),
    watch: createWatch(settings.rules),
    onEnd(error) {
      throw error;
    },
  });
  const terminal = createTerminal(columns, rows);
  const trees = watchTrees();
  const services = {
    configuration: configurationWith(settings),
    save: async () => '',
    saveScreenshot: async () => '',
    stop: () => {},
    inspect: inspectNothing,
    control: { off: 'nothing is acted on here' },
    write: async () => {},
  };
  const screen = openScreen(monitor, services, terminal);
  const tree = trees.first();
  monitor.sampler.start();

  return {
    async next() {
      const before = monitor.frames.get();
      await advance(step);
      if (monitor.frames.get() === before) throw new Error('no sample was taken');
    },
    asked,
    written: terminal.written,
    nodes: () => (tree === undefined ? 0 : countNodes(tree)),
    close() {
      monitor.sampler.stop();
      screen.close();
    },
  };
}

/** Ink makes the node of the whole tree first. */
function watchTrees() {
  const create = Yoga.Node.create;
  let first: YogaNode | undefined;
  Yoga.Node.create = (...args) => {
    const node = create(...args);
    first ??= node;
    return node;
  };
  return {
    first() {
      Yoga.Node.create = create;
      return first;
    },
  };
}

function countNodes(node: YogaNode): number {
  let count = 1;
  for (let i = 0; i < node.getChildCount(); i += 1) count += countNodes(node.getChild(i));
  return count;
}

/** A terminal that nobody looks at. */
function createTerminal(columns: number, rows: number) {
  let written = 0;
  const stdout = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        written += chunk.length;
        done();
      },
    }),
    { isTTY: true, columns, rows },
  );
  const stdin = Object.assign(new Readable({ encoding: 'utf8', read() {} }), {
    isTTY: true,
    isRaw: false,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });
  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    written: () => written,
  };
}
