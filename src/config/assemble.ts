import { defaultRules } from '../alerts/rule.ts';
import { deriveKeys } from '../keymap/keys-in-force.ts';
import type { NameFilter } from '../sampling/filter.ts';
import { NONE } from './kinds.ts';
import { allLayouts } from './layouts.ts';
import { expandHome } from './location.ts';
import type { ValuesInForce } from './option-list.ts';
import { panelsOf } from './plan.ts';
import type { Keys, Settings } from './settings.ts';

/** The settings from the options' values: what belongs together is put together, `~` is expanded. */
export function assembleSettings(values: ValuesInForce, home: string): Settings {
  const { interval, root, saveDir, processColumns } = values;
  const layouts = Object.freeze(allLayouts(values.layouts));
  return Object.freeze<Settings>({
    ...(interval !== undefined && { interval }),
    ...(values.budget !== NONE && { budget: values.budget }),
    rest: values.rest,
    platform: values.platform,
    ...(root !== undefined && { root: expandHome(root, home) }),
    panels: Object.freeze([...(values.panels ?? panelsOf(layouts[values.preset]))]),
    preset: values.preset,
    layouts,
    theme: expandHome(values.theme, home),
    color: values.color,
    ascii: values.ascii,
    graph: values.ascii ? 'ascii' : values.graph,
    mouse: values.mouse,
    linear: values.linear,
    readonly: values.readonly,
    networkUnit: values.networkUnit,
    temperatureUnit: values.temperatureUnit,
    filesystems: filter(values.filesystemInclude, values.filesystemExclude),
    disks: filter(values.diskInclude, values.diskExclude),
    interfaces: filter(values.networkInclude, values.networkExclude),
    topProcesses: values.topProcesses,
    ...(processColumns && { processColumns: Object.freeze([...processColumns]) }),
    snapshotFolder: expandHome(values.snapshotFolder, home),
    ...(saveDir !== undefined && { saveFolder: expandHome(saveDir, home) }),
    save: values.save,
    keys: freezeKeys(deriveKeys(values.keys, values.bindings)),
    rules: Object.freeze([...defaultRules(thresholds(values)), ...values.alerts]),
  });
}

function thresholds({ cpuThreshold, memoryThreshold, filesystemThreshold, criticalThreshold }: ValuesInForce) {
  return { cpu: cpuThreshold, memory: memoryThreshold, filesystem: filesystemThreshold, critical: criticalThreshold };
}

function freezeKeys(keys: Keys): Keys {
  return Object.freeze(Object.fromEntries(Object.entries(keys).map(([id, list]) => [id, Object.freeze([...list])])));
}

function filter(include: readonly string[], exclude: readonly string[]): NameFilter {
  return Object.freeze({ include: Object.freeze([...include]), exclude: Object.freeze([...exclude]) });
}
