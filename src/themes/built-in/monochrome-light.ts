import { createPalette } from '../palette.ts';

const loud = '#0c0c0c';
const plain = '#333333';
const quiet = '#636363';

export const monochromeLight = createPalette({
  name: 'monochrome-light',
  help: 'Greys alone, for light terminals; bars are told apart by their glyphs',
  background: '#f3f3f3',
  hueless: true,
  colors: {
    text: plain,
    dim: quiet,
    title: loud,
    key: loud,
    focus: loud,
    border: '#a6a6a6',
    track: '#d0d0d0',
    selection: '#c8c8c8',
    selected: loud,
    ok: plain,
    warn: loud,
    critical: '#000000',
    cpu: loud,
    memory: loud,
    disks: loud,
    network: loud,
    sensors: loud,
    processes: loud,
    user: loud,
    system: '#484848',
    iowait: '#6b6b6b',
    steal: '#2e2e2e',
    used: loud,
    cached: '#4d4d4d',
    free: '#6b6b6b',
    swap: plain,
    receive: loud,
    send: '#5a5a5a',
    read: loud,
    write: '#5a5a5a',
  },
  gradients: { share: ['#6b6b6b', '#000000'], cpu: ['#6b6b6b', '#000000'], temperature: ['#6b6b6b', '#000000'] },
});
