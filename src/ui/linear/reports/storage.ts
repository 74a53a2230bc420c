import type { ValueOf } from '../../../metrics/index.ts';
import { sayPart, sayRate, sayShare } from '../words.ts';

type Filesystem = ValueOf<'filesystem'>[number];
type Device = ValueOf<'disk'>['devices'][number];

/** So many of a kind are told; the rest is a number. */
export const MOST = 4;

/** The fullest first. */
export function sayFilesystems(all: readonly Filesystem[]): readonly string[] {
  const fullest = all.toSorted((a, b) => weight(b) - weight(a));
  return [...fullest.slice(0, MOST).map(sayFilesystem), ...sayRest(all.length, 'filesystems')];
}

/** One that doesn't answer comes first. */
function weight({ silent, usage }: Filesystem): number {
  return silent === undefined ? (usage ?? 0) : 2;
}

function sayFilesystem({ mount, usage, used, total, silent, readOnly }: Filesystem): string {
  if (silent !== undefined) return `${mount}: ${silent}.`;
  const room = used === undefined || total === undefined ? '' : `, ${sayPart(used, total)}`;
  return `${mount}${usage === undefined ? '' : ` ${sayShare(usage)} full`}${room}${readOnly ? ', read-only' : ''}.`;
}

/** The busiest first. */
export function sayDisks({ devices }: ValueOf<'disk'>): readonly string[] {
  const busiest = devices.toSorted((a, b) => (b.busy ?? 0) - (a.busy ?? 0));
  return [...busiest.slice(0, MOST).map(sayDisk), ...sayRest(devices.length, 'disks')];
}

function sayDisk({ name, readRate, writeRate, busy }: Device): string {
  const facts = [
    ...(readRate === undefined ? [] : [`reads ${sayRate(readRate)}`]),
    ...(writeRate === undefined ? [] : [`writes ${sayRate(writeRate)}`]),
    ...(busy === undefined ? [] : [`busy ${sayShare(busy)}`]),
  ];
  return `Disk ${name}${facts.length > 0 ? ` ${facts.join(', ')}` : ''}.`;
}

export function sayRest(count: number, noun: string): readonly string[] {
  return count > MOST ? [`And ${count - MOST} more ${noun}.`] : [];
}
