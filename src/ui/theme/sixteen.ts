import type { Meaning } from '../../themes/meaning.ts';
import type { Palette, TerminalColor } from '../../themes/palette.ts';

/** The colour of a meaning on a terminal of sixteen colours; undefined is its own foreground. */
export function sixteenOf({ hueless = false, sixteen = {} }: Palette, meaning: Meaning): TerminalColor | undefined {
  const own = sixteen[meaning];
  if (own !== undefined) return own ?? undefined;
  const usual = usually[meaning];
  return hueless && usual !== 'gray' && usual !== 'faint' ? undefined : usual;
}

/** Sixteen colours look different on every terminal; these can be told apart, and read on a dark ground: blue can't. */
const usually: { readonly [M in Meaning]: TerminalColor | undefined } = {
  text: undefined,
  // Bright black is the ground itself where the sixteen are Solarized's.
  dim: 'faint',
  title: undefined,
  key: 'yellow',
  focus: 'cyan',
  border: 'gray',
  track: 'gray',
  // The selected row is drawn inverse.
  selection: undefined,
  selected: undefined,
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
  iowait: 'cyan',
  steal: 'magenta',
  used: 'magenta',
  cached: 'cyan',
  free: 'green',
  swap: 'yellow',
  receive: 'cyan',
  send: 'magenta',
  read: 'green',
  write: 'yellow',
};
