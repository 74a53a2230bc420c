import { type Binding, keyGroups } from '../../keymap/binding.ts';
import { gestures } from '../../keymap/gestures.ts';
import { keyLabel } from '../../keymap/key-label.ts';
import type { Keymap } from '../../keymap/keymap.ts';
import { cellWidth, padCells } from '../../units/cells.ts';
import { fitLine, type Line, span } from '../draw/line.ts';
import { wrapCells } from '../draw/wrap.ts';
import type { Look } from '../look.ts';

/** With this much room for each, the groups stand in two columns. */
const COLUMN = 64;
const GAP = 4;

/** All keys by group, from the keymap, then what the pictures mean; beside each other where there is room. */
export function drawHelp({ bindings }: Keymap, width: number, look: Look): readonly Line[] {
  const keysOf = (binding: Binding) => binding.keys.map(keyLabel).join(' ');
  const names = [...bindings.map(keysOf), ...gestures.map(({ gesture }) => gesture)];
  const columns = width >= 2 * COLUMN + GAP ? 2 : 1;
  const own = Math.floor((width - GAP * (columns - 1)) / columns);
  const place = { keys: Math.max(...names.map(cellWidth)), width: own };
  const blocks = [
    ...keyGroups.map((group) => {
      const entries = bindings.filter((binding) => binding.group === group);
      return drawGroup(
        group,
        entries.map((binding) => [keysOf(binding), binding.help]),
        place,
        look,
      );
    }),
    drawGroup(
      'Mouse',
      gestures.map(({ gesture, help }) => [gesture, help]),
      place,
      look,
    ),
    ...drawLegend(own, look),
  ];
  return columns === 1 ? stack(blocks) : inTwo(blocks, own);
}

type Block = readonly Line[];
type Entry = readonly [key: string, help: string];

function drawGroup(name: string, entries: readonly Entry[], place: { keys: number; width: number }, look: Look): Block {
  const { theme } = look;
  const room = Math.max(1, place.width - place.keys - 4);
  const rows = entries.flatMap(([key, help]) =>
    wrapCells(help, room).map(
      (part, i): Line => [span(`  ${padCells(i === 0 ? key : '', place.keys)}  `, theme.key), span(part, theme.text)],
    ),
  );
  return [[{ text: name, color: theme.title, bold: true }], ...rows];
}

/** Below each other, a blank line between two. */
function stack(blocks: readonly Block[]): Block {
  return blocks.flatMap((block, i) => (i > 0 ? [[], ...block] : block));
}

/** In two columns of nearly the same height, read from top to bottom. */
function inTwo(blocks: readonly Block[], width: number): Block {
  const splits = blocks.map((_, at) => [stack(blocks.slice(0, at)), stack(blocks.slice(at))] as const);
  const heightOf = ([left, right]: readonly [Block, Block]) => Math.max(left.length, right.length);
  const [left, right] = splits.reduce((best, split) => (heightOf(split) < heightOf(best) ? split : best));
  return Array.from({ length: heightOf([left, right]) }, (_, row) => [
    ...fitLine(left[row] ?? [], width + GAP),
    ...(right[row] ?? []),
  ]);
}

function drawLegend(width: number, { theme, glyphs, colored }: Look): readonly Block[] {
  const mark = (glyph: string) => (colored ? glyphs.bar : glyph);
  const item = (glyph: string, color: string | undefined, meaning: string): Line => [
    span(`  ${mark(glyph)} `, color),
    span(meaning, theme.text),
  ];
  const note = (text: string): readonly Line[] => wrapCells(text, width - 2).map((part) => [span(`  ${part}`, theme.text)]);
  return [
    [
      [{ text: 'CPU bars', color: theme.title, bold: true }],
      item(glyphs.user, theme.user, 'user: programs, nice ones and guests included'),
      item(glyphs.system, theme.system, 'system: the kernel, interrupts included'),
      item(glyphs.steal, theme.steal, 'steal: the hypervisor gave the time to others'),
      item(glyphs.iowait, theme.iowait, 'wait: idle, with a disk request under way; not busy'),
    ],
    [
      [{ text: 'Numbers', color: theme.title, bold: true }],
      ...note('used memory is total − available, as free(1) has it; use% of disks is as df(1)'),
      ...note('– means not known; sysmon doctor tells why and what would help'),
    ],
  ];
}
