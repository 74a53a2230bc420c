import type { Meaning } from '../../themes/meaning.ts';
import type { Palette, TerminalColor } from '../../themes/palette.ts';

/** The colour of a meaning on a terminal of sixteen colours; undefined is its own foreground. */
export function sixteenOf({ hueless = false, sixteen = {} }: Palette, meaning: Meaning): TerminalColor | undefined {
  const own = sixteen[meaning];
  if (own !== undefined) return own ?? undefined;
  const usual = usually[meaning];
  return hueless && usual !== 'gray' && usual !== 'faint' ? undefined : usual;
}

/** Sixteen colours look different on every terminal; these can be told apart, and read on a dark ground: blue can't, and red and magenta only where they are bright. */
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
  critical: 'redBright',
  cpu: 'cyan',
  memory: 'magentaBright',
  disks: 'yellow',
  network: 'green',
  sensors: 'magentaBright',
  processes: 'cyan',
  user: 'green',
  system: 'yellow',
  iowait: 'cyan',
  steal: 'magentaBright',
  used: 'magentaBright',
  cached: 'cyan',
  free: 'green',
  swap: 'yellow',
  receive: 'cyan',
  send: 'magentaBright',
  read: 'green',
  write: 'yellow',
};
