import type { Palette } from '../palette.ts';

/** Of a terminal's sixteen colours, those that can be read on a light ground: yellow, cyan and green can't. */
export const onLight: NonNullable<Palette['sixteen']> = {
  key: 'blue',
  focus: 'blue',
  ok: 'blue',
  warn: 'magenta',
  critical: 'red',
  cpu: 'blue',
  disks: null,
  network: 'blue',
  processes: 'blue',
  user: 'blue',
  system: 'magenta',
  iowait: null,
  steal: 'red',
  cached: 'blue',
  free: 'gray',
  swap: 'blue',
  receive: 'blue',
  read: 'blue',
  write: 'magenta',
};
