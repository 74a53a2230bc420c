import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../src/monitor.ts';
import type { Sample } from '../../../src/sampling/sample.ts';
import { lineWidth } from '../../../src/ui/draw/line.ts';
import { panelNamed } from '../../../src/ui/panels/index.ts';
import { EMPTY_LISTING } from '../../../src/ui/processes/listing.ts';
import type { Processes } from '../../../src/ui/processes/processes.ts';
import { initialView } from '../../../src/ui/processes/view.ts';
import { plain, textOf, textsOf } from '../../harness/look.ts';
import { frameOf } from '../../harness/machine.ts';
import { frameAt } from '../../harness/scene.ts';

/** What these panels draw follows from the frame alone. */
const PANELS = ['cpu', 'memory', 'disks', 'network', 'sensors'] as const;
const SIZES = [
  [156, 15],
  [104, 10],
  [63, 11],
  [37, 5],
] as const;
const NO_PROCESSES = {} as Processes;

const frames = new Map(
  await Promise.all(['laptop', 'vm', 'container'].map(async (name) => [name, await frameOf(name, 40)] as const)),
);

/** Values that change from sample to sample, each as large as machines have it. */
const SHARES = ['usage', 'user', 'system', 'iowait', 'steal', 'busy', 'average10', 'average60', 'average300'];
const RATES = ['readRate', 'writeRate', 'receiveRate', 'sendRate', 'inRate', 'outRate'];
const LOADS = ['one', 'five', 'fifteen'];
const AMOUNTS = ['available', 'shared', 'cached', 'free'];
const COUNTS = ['tasksRunning', 'tasks'];

/** As it is drawn at other values: each number of the stream takes the place of the next value. */
function withValues<T>(value: T, next: () => number): T {
  if (Array.isArray(value)) return value.map((one) => withValues(one, next)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => {
    if (typeof one !== 'number') return [name, withValues(one, next)];
    if (SHARES.includes(name)) return [name, next()];
    if (RATES.includes(name)) return [name, 10 ** (12 * next()) - 1];
    if (LOADS.includes(name)) return [name, 9999 * next()];
    if (name === 'frequency') return [name, 9e9 * next()];
    if (COUNTS.includes(name)) return [name, Math.round(999 * next())];
    // Where there is no cache at all there is no bar of it: zero stays zero, and nothing becomes it.
    if (AMOUNTS.includes(name)) return [name, one === 0 ? 0 : Math.round(10 ** (12 * next()))];
    return [name, one];
  });
  return Object.fromEntries(entries) as T;
}

function frameOfValues({ sample, history, ...rest }: Frame, values: readonly number[]): Frame {
  let at = 0;
  const next = () => values[at++ % values.length] ?? 0;
  const { cpu, memory, disk, network, pressure } = withValues(
    { cpu: sample.cpu, memory: sample.memory, disk: sample.disk, network: sample.network, pressure: sample.pressure },
    next,
  );
  const moved: Sample = { ...sample, cpu, memory, disk, network, pressure };
  return { ...rest, sample: moved, history: [...history.slice(0, -1), moved] };
}

/** Words that name a value, and where they stand. */
const NAMES =
  /\b(total|load|user|sys|wait|steal|tasks|used|cached|free|swap|available|shared|out|read|write|busy|op\/s|peak|some|full|[15] m|waits|over|mean|now|not in total|up)\b|[↓↑]/g;

function placesOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, row) => [...line.matchAll(NAMES)].map((found) => `${found[0]} at ${row}:${found.index}`));
}

it('the heading of the processes keeps every name in its place, whatever is counted and unaccounted for', () => {
  const head = (listed: number, hidden: readonly string[], unattributed: number) => {
    const { sample, ...rest } = frameAt(7, { process: { count: listed + 5, all: [], unattributed } });
    const processes: Processes = { view: initialView, listing: { ...EMPTY_LISTING, total: listed, hidden } };
    const caption = panelNamed('processes').caption?.({ ...rest, sample }, plain, processes, 80) ?? [];
    return { text: textOf(caption), width: lineWidth(caption) };
  };
  const share = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }));
  const hidden = fc.constantFrom<readonly string[]>([], ['no kernel'], ['only ada', 'no kernel']);
  fc.assert(
    fc.property(fc.nat(994), fc.nat(994), share, share, hidden, (one, other, lost, less, words) => {
      const [a, b] = [head(one, words, lost), head(other, words, less)];
      expect(a.width).toBe(b.width);
      for (const word of [...words, 'of', 'in all', 'unattributed']) {
        const [at, then] = [a.text.indexOf(word), b.text.indexOf(word)];
        if (at >= 0 && then >= 0) expect(at).toBe(then);
      }
    }),
  );
});

describe.each([...frames])('the panels of the machine %s', (_, frame) => {
  it.each(PANELS.flatMap((name) => SIZES.map(([width, height]) => ({ name, width, height }))))(
    'keep every name in its place, whatever the values are: $name at $width×$height',
    ({ name, width, height }) => {
      const panel = panelNamed(name);
      const draw = (values: readonly number[]) => {
        const drawn = frameOfValues(frame, values);
        const caption = panel.caption?.(drawn, plain, NO_PROCESSES, width - 20) ?? [];
        return placesOf(textsOf([caption, ...panel.draw(drawn, { width, height, scroll: 0 }, plain, NO_PROCESSES)]));
      };
      const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 });
      fc.assert(
        fc.property(values, values, (one, other) => {
          expect(draw(one)).toEqual(draw(other));
        }),
        { numRuns: 30 },
      );
    },
  );
});
