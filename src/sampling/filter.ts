import type { ValueOf } from '../metrics/index.ts';
import { type Outcome, ok } from '../metrics/outcome.ts';
import { createMatcher } from './pattern.ts';
import type { Sample } from './sample.ts';

/** Names with `*` and `?` as wildcards. What is both included and excluded is shown. */
export interface NameFilter {
  /** Shown although hidden by default. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export interface NameFilters {
  /** By mount point, device or type. */
  readonly filesystems: NameFilter;
  readonly disks: NameFilter;
  readonly interfaces: NameFilter;
}

/**
 * Chooses what is listed, not what is summed: the totals of disks and network stay the machine's.
 * Where nothing is left out, the very sample that came in goes out; an outcome that stands from sample to sample
 * (a metric with a pace of its own) stays one object, so that what is drawn from it need not be drawn again.
 */
export function createFilter({ filesystems, disks, interfaces }: NameFilters): (sample: Sample) => Sample {
  const filesystemShown = createChoice(filesystems);
  const diskShown = createChoice(disks);
  const interfaceShown = createChoice(interfaces);

  const narrowFilesystem = narrow<ValueOf<'filesystem'>>((all) =>
    choose(all, ({ mount, device, type, hidden }) => filesystemShown([mount, device, type], hidden)),
  );
  const narrowDisk = narrow<ValueOf<'disk'>>((value) => {
    const devices = choose(value.devices, ({ name }) => diskShown([name]));
    return devices === value.devices ? value : { ...value, devices };
  });
  const narrowNetwork = narrow<ValueOf<'network'>>((value) => {
    const shown = choose(value.interfaces, ({ name }) => interfaceShown([name]));
    return shown === value.interfaces ? value : { ...value, interfaces: shown };
  });

  return (sample) => {
    const filesystem = narrowFilesystem(sample.filesystem);
    const disk = narrowDisk(sample.disk);
    const network = narrowNetwork(sample.network);
    const same = filesystem === sample.filesystem && disk === sample.disk && network === sample.network;
    return same ? sample : { ...sample, filesystem, disk, network };
  };
}

/** Whether something is shown that goes by these names. */
function createChoice({ include, exclude }: NameFilter): (names: readonly string[], hidden?: boolean) => boolean {
  const included = createMatcher(include);
  const excluded = createMatcher(exclude);
  return (names, hidden = false) => names.some(included) || !(hidden || names.some(excluded));
}

/** The list without what is not shown; the same list where all of it is. */
function choose<T>(list: readonly T[], shown: (item: T) => boolean): readonly T[] {
  return list.every(shown) ? list : list.filter(shown);
}

/** Applies a change to the value of an outcome, and remembers the last one. */
function narrow<V>(change: (value: V) => V): (outcome: Outcome<V>) => Outcome<V> {
  let last: { readonly from: Outcome<V>; readonly to: Outcome<V> } | undefined;
  return (outcome) => {
    if (outcome.state !== 'ok') return outcome;
    if (last?.from !== outcome) {
      const value = change(outcome.value);
      last = { from: outcome, to: value === outcome.value ? outcome : ok(value) };
    }
    return last.to;
  };
}
