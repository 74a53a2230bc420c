import type { ThemeName } from '../config/settings.ts';

/** How many colours the terminal has: none, 16, 256, all. The levels of chalk, which Ink draws with. */
export type Depth = 0 | 1 | 2 | 3;

/** Colours by meaning. Absent: the terminal's own foreground. */
export type Theme = { readonly [M in Meaning]: string | undefined } & {
  /** From calm to critical, for values by their share. */
  readonly ramp: readonly (string | undefined)[];
};

type Meaning = (typeof meanings)[number];

const meanings = [
  'text',
  'dim',
  'title',
  'border',
  'focus',
  'track',
  'key',
  'ok',
  'warn',
  'critical',
  'cpu',
  'memory',
  'disks',
  'network',
  'sensors',
  'processes',
  'user',
  'system',
  'iowait',
  'steal',
  'used',
  'cached',
  'shared',
  'swap',
  'receive',
  'send',
  'read',
  'write',
] as const;

type Palette = { readonly [M in Meaning]: string };

const dark: Palette = {
  text: '#cdd3de',
  dim: '#7f8896',
  title: '#eef1f6',
  border: '#4a5261',
  focus: '#8fb8f6',
  track: '#333a45',
  key: '#f0a35e',
  ok: '#7cc992',
  warn: '#e3b555',
  critical: '#ec6a5e',
  cpu: '#74b6dc',
  memory: '#b79af0',
  disks: '#dfa862',
  network: '#63c7aa',
  sensors: '#db8fae',
  processes: '#8fc7d8',
  user: '#6cc48c',
  system: '#e79a5b',
  iowait: '#6a98e8',
  steal: '#cf7fd6',
  used: '#b98af5',
  cached: '#5f93dd',
  shared: '#8d79c9',
  swap: '#e08fb5',
  receive: '#5fb0ea',
  send: '#e493b8',
  read: '#79c7c0',
  write: '#e5a46b',
};

const light: Palette = {
  text: '#2b303a',
  dim: '#646c79',
  title: '#101319',
  border: '#a3abb8',
  focus: '#1f5fc4',
  track: '#d5d9e0',
  key: '#a8530c',
  ok: '#1d7f3e',
  warn: '#8f6200',
  critical: '#bb2a1e',
  cpu: '#1c6c9c',
  memory: '#6b3fbf',
  disks: '#8f5a0c',
  network: '#0f7a5c',
  sensors: '#a23f6d',
  processes: '#1f6f80',
  user: '#1f8a46',
  system: '#b0590e',
  iowait: '#2a5fc0',
  steal: '#93359b',
  used: '#7440cf',
  cached: '#2b62b8',
  shared: '#5b47a3',
  swap: '#a83a72',
  receive: '#1a6fb5',
  send: '#b03d74',
  read: '#14776f',
  write: '#a85a10',
};

/** Sixteen colours look different on every terminal; these names keep what belongs apart apart on dark and light. */
const sixteen: { readonly [M in Meaning]: string | undefined } = {
  text: undefined,
  dim: 'gray',
  title: undefined,
  border: 'gray',
  focus: 'cyan',
  track: 'gray',
  key: 'yellow',
  ok: 'green',
  warn: 'yellow',
  critical: 'red',
  cpu: 'cyan',
  memory: 'magenta',
  disks: 'yellow',
  network: 'green',
  sensors: 'magenta',
  processes: 'cyan',
  user: 'green',
  system: 'yellow',
  iowait: 'blue',
  steal: 'magenta',
  used: 'magenta',
  cached: 'blue',
  shared: 'cyan',
  swap: 'magenta',
  receive: 'cyan',
  send: 'magenta',
  read: 'green',
  write: 'yellow',
};

const palettes: { readonly [T in ThemeName]: Palette } = { dark, light };

const RAMP_STEPS = 24;

export function createTheme(name: ThemeName, depth: Depth): Theme {
  if (depth === 0)
    return { ...(Object.fromEntries(meanings.map((m) => [m, undefined])) as Record<Meaning, undefined>), ramp: [undefined] };
  if (depth === 1) {
    const { ok, warn, critical } = sixteen;
    return { ...sixteen, ramp: [ok, ok, ok, ok, ok, ok, warn, warn, critical, critical] };
  }
  const palette = palettes[name];
  const { ok, warn, critical } = palette;
  return { ...palette, ramp: Array.from({ length: RAMP_STEPS }, (_, i) => between([ok, warn, critical], i / (RAMP_STEPS - 1))) };
}

/** The colour at `position` (0 to 1) of a gradient through evenly spaced stops. */
function between(stops: readonly string[], position: number): string {
  const scaled = position * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(scaled));
  const from = channels(stops[index] ?? '');
  const to = channels(stops[index + 1] ?? '');
  const mixed = from.map((channel, i) => Math.round(channel + ((to[i] ?? channel) - channel) * (scaled - index)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
