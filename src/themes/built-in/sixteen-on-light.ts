import type { Palette } from '../palette.ts';

/** Of a terminal's sixteen colours, those that can be read on a light ground: yellow, cyan, green and the bright ones can't. */
export const onLight: NonNullable<Palette['sixteen']> = {
  key: 'blue',
  focus: 'blue',
  ok: 'blue',
  warn: 'magenta',
  critical: 'red',
  cpu: 'blue',
  memory: 'magenta',
  disks: null,
  network: 'blue',
  sensors: 'magenta',
  processes: 'blue',
  user: 'blue',
  system: 'magenta',
  iowait: null,
  steal: 'red',
  used: 'magenta',
  cached: 'blue',
  free: 'gray',
  swap: 'blue',
  receive: 'blue',
  send: 'magenta',
  read: 'blue',
  write: 'magenta',
};
