/** What a colour of a theme stands for. Panels ask for meanings; a theme says which colour each has. */
export const meanings = {
  text: text('What is read: values, names, descriptions'),
  dim: text('Labels, units, and what matters less'),
  title: text('Headings, and the names that matter most'),
  key: text('Keys that can be pressed'),
  focus: text('The border of the panel that has the keys, and its mark'),
  border: backdrop('The borders of the other panels, the lines of trees'),
  track: backdrop('The empty part of a bar'),
  selection: backdrop('The ground below the selected row'),
  selected: text('The text of the selected row', 'selection'),
  ok: text('All is well'),
  warn: text('Worth a look'),
  critical: text('Needs somebody'),
  cpu: text('The panel of the CPU: its title and graph'),
  memory: text('The panel of memory: its title'),
  disks: text('The panel of disks: its title'),
  network: text('The panel of the network: its title'),
  sensors: text('The panel of pressure and sensors: its title and graph'),
  processes: text('The panel of processes: its title'),
  user: text('CPU time in programs'),
  system: text('CPU time in the kernel'),
  iowait: text('CPU time idle, with a disk request under way'),
  steal: text('CPU time that the hypervisor gave to others'),
  used: text('Memory in use'),
  cached: text('Memory that holds files, and is given back on demand'),
  free: text('Memory that holds nothing'),
  swap: text('Swap in use'),
  receive: text('What the network brings'),
  send: text('What goes out to the network'),
  read: text('What is read from disks'),
  write: text('What is written to disks'),
} as const satisfies Readonly<Record<string, MeaningInfo>>;

export type Meaning = keyof typeof meanings;

export const meaningNames = Object.keys(meanings) as readonly Meaning[];

/** What must be seen of it: text is read, a backdrop only sets off what stands before it. */
export interface MeaningInfo {
  readonly role: 'text' | 'backdrop';
  /** What it is read on, where that isn't the terminal's background. */
  readonly ground?: 'selection';
  readonly help: string;
}

/** Meanings that share a bar, where nothing else tells them apart. */
export const stacks: readonly (readonly Meaning[])[] = [
  ['user', 'system', 'iowait', 'steal'],
  ['used', 'cached'],
];

/** Meanings that stand beside each other in a panel as bars or graphs, where their colour is what tells them apart first. */
export const distinctions: readonly (readonly Meaning[])[] = [
  ['ok', 'warn', 'critical'],
  ['user', 'system', 'iowait', 'steal'],
  ['used', 'cached', 'free'],
  ['used', 'swap'],
  ['receive', 'send'],
  ['read', 'write'],
];

function text(help: string, ground?: MeaningInfo['ground']): MeaningInfo {
  return { role: 'text', help, ...(ground && { ground }) };
}

function backdrop(help: string): MeaningInfo {
  return { role: 'backdrop', help };
}
