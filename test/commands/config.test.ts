import { describe, expect, it } from 'vitest';
import { formatConfig } from '../../src/commands/config.ts';
import { parseConfigDocument } from '../../src/config/document.ts';
import { optionList, type Values } from '../../src/config/option-list.ts';
import { resolveSettings } from '../../src/config/resolve.ts';
import { parseThemeDocument } from '../../src/config/theme/document.ts';
import { keysOfPreset } from '../../src/keymap/keys-in-force.ts';
import { dark } from '../../src/themes/built-in/index.ts';

describe('sysmon config', () => {
  it('shows every value and where it came from', () => {
    const text = formatConfig(
      resolveSettings({
        flags: { panels: ['cpu', 'network'], keys: 'htop', save: false },
        environment: { MONITOR_INTERVAL: '500ms', NO_COLOR: '1' },
        file: {
          path: '/home/me/x.yaml',
          values: { networkExclude: ['veth*'], cpuThreshold: 0.75, bindings: { pause: ['P'], 'sort-cpu': [] } },
          lines: { networkExclude: 4, cpuThreshold: 2, bindings: 7 },
        },
      }),
    );
    const [before = '', bindings = '', after = ''] = text.replaceAll(/ +#/g, '  #').split(/^(?=bindings:|# Not)/m);
    expect(before).toBe(`# In force, and where it came from. As a configuration file this means the same.
interval: 0.5s  # environment MONITOR_INTERVAL
# save-dir: none  # default
budget: none  # default
panels: [cpu, network]  # flag --panels
preset: full  # default
layouts: {}  # default
theme: auto  # default
color: none  # environment NO_COLOR
keys: htop  # flag --keys
ascii: false  # default
graph: braille  # default
mouse: true  # default
rest: true  # default
linear: false  # default
readonly: false  # default
alerts: []  # default
snapshot-processes: 20  # default
snapshot-folder: .  # default
units:
  network: bytes  # default
  temperature: celsius  # default
thresholds:
  cpu: 75%  # /home/me/x.yaml:2
  memory: 85%  # default
  filesystem: 90%  # default
  critical: 95%  # default
network:
  include: []  # default
  exclude: [veth*]  # /home/me/x.yaml:4
disks:
  include: []  # default
  exclude: []  # default
filesystems:
  include: []  # default
  exclude: []  # default
processes:
  # columns: what there is room for  # default
`);
    expect(bindings).toContain('\n  quit: [f10, q, ctrl+c]  # keys: htop\n');
    expect(bindings).toContain('\n  pause: [P]  # /home/me/x.yaml:7\n');
    expect(bindings.split('\n')).toHaveLength(Object.keys(keysOfPreset('htop')).length + 2);
    expect(after).toBe(`# Not for the file, only for the command line and the environment:
# size: 160x48  # default
# save: false  # flag --no-save
# platform: auto  # default
`);
  });

  it('is a configuration file that means the same, whatever stands in it', () => {
    const values: Values = {
      interval: 1.25,
      saveDir: 'a: b # c',
      panels: ['sensors'],
      color: '256',
      ascii: true,
      temperatureUnit: 'fahrenheit',
      filesystemThreshold: 0.875,
      filesystemExclude: ['*', '/mnt/日本', 'a, b', '[x]', '256', 'true', "it's", 'two\nlines', '~'],
      snapshotFolder: '~',
      keys: 'vim',
      bindings: { save: [], faster: [], pause: ['#', '-', "'", '"', '&', '{', 'alt+~'] },
      alerts: [
        {
          text: 'filesystem.usage[/a: #b] > 95%',
          metric: 'filesystem.usage',
          item: '/a: #b',
          comparison: '>',
          threshold: 0.95,
          hold: 0,
          severity: 'warning',
        },
      ],
    };
    const resolved = resolveSettings({ flags: values, environment: {} });
    const again = parseConfigDocument(formatConfig(resolved));
    expect(again.problems).toEqual([]);
    const fromFile = optionList.flatMap(([name, { key }]) => (key === undefined ? [] : [[name, resolved.values[name]]]));
    // All keys are told, not only those that were given by hand.
    expect(again.values).toEqual({ ...Object.fromEntries(fromFile), bindings: resolved.settings.keys });
  });

  it('names in one line what of the theme is hard to read', () => {
    const resolved = resolveSettings({ flags: {}, environment: {} });
    const { palette } = parseThemeDocument('mine', 'background: "#ffffff"\ncolors: {warn: "#ffffaa", key: "#999999"}');
    expect(formatConfig(resolved, palette).trimEnd().split('\n').at(-1)).toBe(
      '# The theme mine is hard to read on its background #ffffff, below 4.5:1: warn 1.0:1, key 2.8:1',
    );
    expect(formatConfig(resolved, dark)).toBe(formatConfig(resolved));
  });
});
