import type { IBufferCell } from '@xterm/headless';
import { dark } from '../../src/themes/built-in/index.ts';
import { createTheme, type Depth } from '../../src/ui/theme/theme.ts';
import type { FakeTerminal } from './terminal.ts';

/**
 * A screen as a text that a reviewer can read: what is written where and, below it, in which colour. Of sixteen colours only the
 * colours: the text is that of all colours.
 */
export function drawPicture(terminal: FakeTerminal, depth: Depth): string {
  const text = terminal.text();
  if (depth === 0) return `${text}\n`;
  const names = nameColors(depth);
  const used = new Set<string>();
  const signs = terminal.signs((cell) => {
    if (cell.getChars().trim() === '' && !cell.isInverse()) return ' '.repeat(cell.getWidth());
    const name = names.get(colorOf(cell)) ?? '?';
    used.add(name);
    const sign = SIGNS[name] ?? '?';
    return (cell.isBold() || cell.isInverse() ? sign.toUpperCase() : sign).repeat(cell.getWidth());
  });
  const legend = [...used].sort().map((name) => `${SIGNS[name] ?? '?'} ${name}`);
  return `${depth === 1 ? '' : `${text}\n\n`}${signs.map((line) => line.trimEnd()).join('\n')}\n\n${legend.join(' · ')}; capitals are bold or inverse\n`;
}

/** A letter for each meaning; shares go from 0 to 9 as they get worse. */
const SIGNS: Readonly<Record<string, string>> = {
  foreground: '.',
  text: 't',
  dim: 'd',
  title: 'l',
  border: 'b',
  focus: 'f',
  track: '_',
  key: 'k',
  ok: 'o',
  warn: 'w',
  critical: 'x',
  cpu: 'c',
  memory: 'm',
  disks: 'h',
  network: 'n',
  sensors: 'p',
  processes: '#',
  user: 'u',
  system: 's',
  iowait: 'i',
  steal: 'v',
  used: 'a',
  cached: 'e',
  free: 'y',
  swap: 'q',
  receive: 'r',
  send: 'g',
  read: 'j',
  write: 'z',
  black: 'k',
  red: 'r',
  redBright: 'x',
  green: 'g',
  yellow: 'y',
  blue: 'b',
  magenta: 'm',
  magentaBright: 'p',
  cyan: 'c',
  white: 'w',
  faint: 'd',
  gray: '_',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`share ${i}/10`, String(i)])),
};

/** A terminal's colours, by their numbers. */
const DARK = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];
const BRIGHT = ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan'].map((name) => `${name}Bright`);
const SIXTEEN = [...DARK, 'gray', ...BRIGHT, 'whiteBright'];

function nameColors(depth: Depth): ReadonlyMap<string, string> {
  if (depth === 1) return new Map(['foreground', 'faint', ...SIXTEEN].map((name) => [name, name]));
  const { gradients, ...meanings } = createTheme(dark, depth);
  const ramp = gradients.share;
  const names = new Map([['foreground', 'foreground']]);
  for (const [name, color] of Object.entries(meanings)) if (color && !names.has(color)) names.set(color, name);
  // A course through one colour is that colour, however dark.
  for (const [name, steps] of Object.entries(gradients)) {
    if (name in meanings) for (const color of steps) if (color && !names.has(color)) names.set(color, name);
  }
  ramp.forEach((color, i) => {
    if (color) names.set(color, `share ${Math.floor((i / ramp.length) * 10)}/10`);
  });
  return names;
}

function colorOf(cell: IBufferCell): string {
  if (cell.isDim()) return 'faint';
  if (cell.isFgPalette()) return SIXTEEN[cell.getFgColor()] ?? 'foreground';
  return cell.isFgRGB() ? `#${cell.getFgColor().toString(16).padStart(6, '0')}` : 'foreground';
}
