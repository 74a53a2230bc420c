import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Frame } from '../../monitor.ts';

/** How bad it is: well, a warning, critical. */
export type Level = 0 | 1 | 2;

/** What is true of a thing's parts, by their names: { eth0: 'up', eth1: 'down' }. */
export type Facts = Readonly<Record<string, string>>;

/** A thing whose changes are told: an alert, the network interfaces, what can be read. */
export interface Topic {
  /** Its name among all. */
  readonly key: string;
  readonly facts: Facts;
  readonly level: Level;
  /** What is another now than was told last, or than nothing; empty where that is not worth a word. */
  tell(told: Facts | undefined): string;
}

/** What was told last, by key. */
export type ToldFacts = ReadonlyMap<string, Facts>;

/** Pure: what a frame says about some things. What has a limit is well again only at a distance from it, so it asks what was told. */
export type TopicsOf = (frame: Frame, told: ToldFacts, units: PeopleUnits) => readonly Topic[];

export function isSame(a: Facts, b: Facts): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
