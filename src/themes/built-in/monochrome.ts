import { createPalette } from '../palette.ts';

const loud = '#f4f4f4';
const plain = '#d2d2d2';
const quiet = '#9a9a9a';

export const monochrome = createPalette({
  name: 'monochrome',
  help: 'Greys alone, for dark terminals; bars are told apart by their glyphs',
  background: '#1e1e1e',
  hueless: true,
  colors: {
    text: plain,
    dim: quiet,
    title: loud,
    key: loud,
    focus: loud,
    border: '#575757',
    track: '#3c3c3c',
    selection: '#4a4a4a',
    selected: loud,
    ok: plain,
    warn: loud,
    critical: '#ffffff',
    cpu: loud,
    memory: loud,
    disks: loud,
    network: loud,
    sensors: loud,
    processes: loud,
    user: loud,
    system: '#bcbcbc',
    iowait: '#8f8f8f',
    steal: '#d8d8d8',
    used: loud,
    cached: '#b0b0b0',
    free: '#8f8f8f',
    swap: plain,
    receive: loud,
    send: '#a8a8a8',
    read: loud,
    write: '#a8a8a8',
  },
  gradients: { share: ['#8f8f8f', '#ffffff'], cpu: ['#8f8f8f', '#ffffff'], temperature: ['#8f8f8f', '#ffffff'] },
});
