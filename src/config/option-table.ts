import type { Rule } from '../alerts/alert.ts';
import { DEFAULT_THRESHOLDS, RULE_GRAMMAR } from '../alerts/rule.ts';
import { presetNames } from '../keymap/presets.ts';
import { oneOf } from '../units/nearest.ts';
import type { Seconds } from '../units/quantity.ts';
import { builtInLayouts, DEFAULT_LAYOUT } from './built-in-layouts.ts';
import { fittingCharacters } from './characters.ts';
import {
  budget,
  choice,
  choices,
  count,
  duration,
  flag,
  NONE,
  path,
  patterns,
  pictureFile,
  ratio,
  rules,
  screenSize,
} from './kinds.ts';
import { layoutName, layouts } from './layouts.ts';
import type { Option } from './option.ts';
import { rebindings } from './rebinding.ts';
import { colorDepths, columnNames, graphStyles, panelNames, platformChoices } from './settings.ts';
import { counts, paces, shares } from './steps.ts';
import { AUTO, themeChoice } from './theme/kind.ts';

/** The interval of commands that a person watches or that answer a program. */
export const LIVE_INTERVAL: Seconds = 1;
/** The interval of summaries: demo, short, and the plain text where there is no terminal. */
export const SUMMARY_INTERVAL: Seconds = 5;

/** Everything that can be chosen: flags, help, environment, configuration file, its schema and docs/options.md follow. */
export const options = {
  interval: option({
    flag: 'interval',
    short: 'i',
    environment: { name: 'MONITOR_INTERVAL' },
    key: 'interval',
    kind: duration(0.1, 3600),
    steps: paces,
    unchosen: LIVE_INTERVAL,
    otherwise: `${LIVE_INTERVAL}s; ${SUMMARY_INTERVAL}s for summaries in plain text`,
    help: 'Time between samples: 2, 0.5, 500ms or 2s, from 0.1s to 1h',
  }),
  count: option({ flag: 'count', short: 'n', kind: count, help: 'Stop after COUNT samples' }),
  json: option({ flag: 'json', kind: flag, help: 'Print one sample, or COUNT, as a JSON document' }),
  ndjson: option({ flag: 'ndjson', kind: flag, help: 'Print a JSON document a line, each interval' }),
  screenshot: option({
    flag: 'screenshot',
    kind: pictureFile,
    help: 'Draw the live view into FILE, a picture in SVG, without a terminal; - is standard output',
  }),
  size: option({
    flag: 'size',
    kind: screenSize,
    default: { columns: 160, rows: 48 },
    help: 'Columns and rows of the screenshot',
  }),
  saveDir: option({
    flag: 'save-dir',
    key: 'save-dir',
    kind: path('DIR'),
    live: false,
    help: 'Write each sample as DIR/metrics_YYYYMMDD_HHMMSS.json',
  }),
  save: option({
    flag: 'save',
    environment: { name: 'MONITOR_NO_SAVE', means: false },
    kind: flag,
    default: true,
    help: 'Let demo write no demo_snapshot.json',
  }),
  budget: option({
    flag: 'budget',
    key: 'budget',
    kind: budget,
    default: NONE,
    help: "Share of one core's time that sysmon may use, as 1%: over it, the dearest is read or drawn less often",
  }),
  panels: option({
    flag: 'panels',
    key: 'panels',
    kind: choices(panelNames),
    otherwise: 'those of the layout',
    help: `Panels shown at start, of ${panelNames.join(',')}`,
  }),
  preset: option({
    flag: 'preset',
    key: 'preset',
    kind: layoutName,
    default: DEFAULT_LAYOUT,
    help: `Layout at start: ${oneOf(Object.keys(builtInLayouts))}, or one of your own`,
  }),
  layouts: option({ key: 'layouts', kind: layouts, default: {}, help: 'Layouts of your own' }),
  theme: option({
    flag: 'theme',
    key: 'theme',
    kind: themeChoice,
    default: AUTO,
    help: 'Colours: auto takes dark or light by the background; or a name or file of docs/themes.md',
  }),
  color: option({
    flag: 'color',
    environment: { name: 'NO_COLOR', means: 'none' },
    key: 'color',
    kind: choice(['auto', ...[...colorDepths].reverse()] as const, 'DEPTH'),
    default: 'auto',
    help: 'Number of colours: auto, truecolor, 256, 16 or none',
  }),
  keys: option({
    flag: 'keys',
    key: 'keys',
    kind: choice(presetNames, 'NAME'),
    default: 'sysmon',
    help: `Keys as in ${oneOf(presetNames)}`,
  }),
  bindings: option({
    key: 'bindings',
    kind: rebindings,
    default: {},
    help: 'Keys of single actions, instead of those that they have',
  }),
  ascii: option({
    flag: 'ascii',
    key: 'ascii',
    kind: flag,
    default: false,
    fitting: fittingCharacters,
    help: 'Draw with ASCII characters only: the usual on the Linux console, and where the locale has no UTF-8',
  }),
  graph: option({
    flag: 'graph',
    key: 'graph',
    kind: choice(graphStyles, 'STYLE'),
    default: 'braille',
    help: 'What graphs are made of: braille dots, block characters, or ascii, as --ascii has it',
  }),
  mouse: option({
    flag: 'mouse',
    key: 'mouse',
    kind: flag,
    default: true,
    help: 'Mouse: clicks and the wheel act here; off, the terminal selects text',
  }),
  rest: option({
    flag: 'rest',
    key: 'rest',
    kind: flag,
    default: true,
    help: 'Rest while the terminal is not focused: drawn every 5s, read as ever; off, drawn as ever',
  }),
  linear: option({
    flag: 'linear',
    environment: { name: 'INK_SCREEN_READER', means: true, when: 'true' },
    key: 'linear',
    kind: flag,
    default: false,
    live: false,
    help: 'For screen readers: plain lines that tell what changes, in place of the live view',
  }),
  platform: option({
    flag: 'platform',
    kind: choice(platformChoices, 'NAME'),
    default: 'auto',
    help: 'linux reads /proc and /sys; portable works everywhere; auto chooses',
  }),
  root: option({ flag: 'root', kind: path('DIR'), help: 'Read the system whose / is mounted at DIR' }),
  readonly: option({
    flag: 'readonly',
    key: 'readonly',
    kind: flag,
    default: false,
    help: 'Switch off everything that acts on processes',
  }),
  config: option({ flag: 'config', kind: path('FILE'), help: 'Read FILE instead of the usual configuration file' }),
  help: option({ flag: 'help', short: 'h', kind: flag, help: 'Show this text' }),
  version: option({ flag: 'version', short: 'v', kind: flag, help: 'Show the version' }),

  networkUnit: option({
    key: 'units.network',
    kind: choice(['bytes', 'bits'] as const),
    default: 'bytes',
    help: 'Unit of network rates',
  }),
  temperatureUnit: option({
    key: 'units.temperature',
    kind: choice(['celsius', 'fahrenheit'] as const),
    default: 'celsius',
    help: 'Unit of temperatures',
  }),
  cpuThreshold: option({
    key: 'thresholds.cpu',
    kind: ratio,
    steps: shares,
    default: DEFAULT_THRESHOLDS.cpu,
    help: 'CPU use above which an alert warns; 100% turns it off',
  }),
  memoryThreshold: option({
    key: 'thresholds.memory',
    kind: ratio,
    steps: shares,
    default: DEFAULT_THRESHOLDS.memory,
    help: 'Memory use above which an alert warns; 100% turns it off',
  }),
  filesystemThreshold: option({
    key: 'thresholds.filesystem',
    kind: ratio,
    steps: shares,
    default: DEFAULT_THRESHOLDS.filesystem,
    help: 'Use of any filesystem above which an alert warns; 100% turns it off',
  }),
  criticalThreshold: option({
    key: 'thresholds.critical',
    kind: ratio,
    steps: shares,
    default: DEFAULT_THRESHOLDS.critical,
    help: 'Use of CPU, memory or a filesystem above which the alert is critical; 100% turns it off',
  }),
  alerts: option<readonly Rule[]>({
    key: 'alerts',
    kind: rules,
    default: [],
    help: `Further alert rules, ${RULE_GRAMMAR}`,
  }),
  networkInclude: option({
    key: 'network.include',
    kind: patterns,
    default: [],
    help: 'Interfaces that are listed even where exclude names them',
  }),
  networkExclude: option({
    key: 'network.exclude',
    kind: patterns,
    default: [],
    help: 'Interfaces that are not listed; totals stay',
  }),
  diskInclude: option({
    key: 'disks.include',
    kind: patterns,
    default: [],
    help: 'Disks that are listed even where exclude names them',
  }),
  diskExclude: option({ key: 'disks.exclude', kind: patterns, default: [], help: 'Disks that are not listed; totals stay' }),
  filesystemInclude: option({
    key: 'filesystems.include',
    kind: patterns,
    default: [],
    help: 'Filesystems that are listed although hidden by default or excluded, by mount point, device or type',
  }),
  filesystemExclude: option({
    key: 'filesystems.exclude',
    kind: patterns,
    default: [],
    help: 'Filesystems that are not listed, by mount point, device or type',
  }),
  topProcesses: option({
    key: 'snapshot-processes',
    kind: count,
    steps: counts,
    default: 20,
    help: 'Processes in a snapshot: so many by CPU and so many by memory',
  }),
  processColumns: option({
    key: 'processes.columns',
    kind: choices(columnNames),
    otherwise: 'what there is room for',
    help: 'Columns of the list of processes, from left to right; cpu and command are always there',
  }),
  snapshotFolder: option({
    key: 'snapshot-folder',
    kind: path('DIR'),
    default: '.',
    help: 'Where the key s and demo save snapshots; the current folder by default',
  }),
} as const;

/** What the maps of the configuration file hold. */
export const sections: Readonly<Record<string, string>> = {
  units: 'Units that numbers are shown in',
  thresholds: 'Where the usual alerts begin',
  network: 'Which network interfaces are listed; * and ? are wildcards',
  disks: 'Which disks are listed; * and ? are wildcards',
  filesystems: 'Which filesystems are listed; * and ? are wildcards',
  processes: 'How processes are listed',
};

/** Chooses the command where no word does. */
export const mode = option({
  environment: { name: 'MONITOR_MODE' },
  kind: choice(['normal', 'demo', 'short'] as const, 'NAME'),
  default: 'normal',
  help: 'The command where none is given: normal, demo or short',
});

function option<T>(definition: Option<T> & { readonly default: NoInfer<T> }): Option<T> & { readonly default: NoInfer<T> };
function option<T>(definition: Option<T>): Option<T>;
function option<T>(definition: Option<T>): Option<T> {
  return definition;
}
