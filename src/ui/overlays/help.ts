import { type Binding, keyGroups } from '../../keymap/bindings.ts';
import { gestures } from '../../keymap/gestures.ts';
import { keyLabel } from '../../keymap/key-label.ts';
import type { Keymap } from '../../keymap/keymap.ts';
import { cellWidth, padCells } from '../../units/cells.ts';
import { type Line, span } from '../draw/line.ts';
import type { Look } from '../look.ts';

/** All keys by group, from the keymap, then what the pictures mean. */
export function drawHelp({ bindings }: Keymap, look: Look): readonly Line[] {
  const { theme } = look;
  const keysOf = (binding: Binding) => binding.keys.map(keyLabel).join(' ');
  const names = [...bindings.map(keysOf), ...gestures.map(({ gesture }) => gesture)];
  const width = Math.max(...names.map(cellWidth));
  const keys = keyGroups.flatMap((group): Line[] => [
    [{ text: group, color: theme.title, bold: true }],
    ...bindings
      .filter((binding) => binding.group === group)
      .map((binding): Line => [span(`  ${padCells(keysOf(binding), width)}  `, theme.key), span(binding.help, theme.text)]),
    [],
  ]);
  return [...keys, ...drawGestures(width, look), ...drawLegend(look)];
}

function drawGestures(width: number, { theme }: Look): readonly Line[] {
  return [
    [{ text: 'Mouse', color: theme.title, bold: true }],
    ...gestures.map(({ gesture, help }): Line => [span(`  ${padCells(gesture, width)}  `, theme.key), span(help, theme.text)]),
    [],
  ];
}

function drawLegend({ theme, glyphs, colored }: Look): readonly Line[] {
  const mark = (glyph: string) => (colored ? glyphs.bar : glyph);
  const item = (glyph: string, color: string | undefined, meaning: string): Line => [
    span(`  ${mark(glyph)} `, color),
    span(meaning, theme.text),
  ];
  return [
    [{ text: 'CPU bars', color: theme.title, bold: true }],
    item(glyphs.user, theme.user, 'user: programs, nice ones and guests included'),
    item(glyphs.system, theme.system, 'system: the kernel, interrupts included'),
    item(glyphs.steal, theme.steal, 'steal: the hypervisor gave the time to others'),
    item(glyphs.iowait, theme.iowait, 'wait: idle, with a disk request under way; not busy'),
    [],
    [{ text: 'Numbers', color: theme.title, bold: true }],
    [span('  used memory is total − available, as free(1) has it; use% of disks is as df(1)', theme.text)],
    [span('  – means not known; sysmon doctor tells why and what would help', theme.text)],
  ];
}
