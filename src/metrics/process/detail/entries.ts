import { type Entry, entriesIn, snakeCase } from '../../catalog.ts';
import { type DetailPart, detailParts } from './table.ts';

/** What only the detail of a process tells, "detail.memory.peak": no rule watches it, and it is in no document. */
export function detailEntries(): readonly Entry[] {
  entries ??= (Object.keys(detailParts) as DetailPart[]).flatMap((part) =>
    entriesIn(detailParts[part].shape, { name: `detail.${snakeCase(part)}`, metric: 'process', part, path: [], itemPath: [] }),
  );
  return entries;
}

let entries: readonly Entry[] | undefined;
