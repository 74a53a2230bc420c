import { snakeCase } from '../../metrics/catalog.ts';
import { lackOf, type Outcome } from '../../metrics/outcome.ts';
import type { Detail } from '../../metrics/process/detail/detail.ts';
import { type DetailPart, detailParts } from '../../metrics/process/detail/table.ts';
import { type Line, span } from '../draw/line.ts';
import type { Inspection } from './inspection.ts';
import type { Fact, Section } from './section.ts';
import { joined, tell } from './telling.ts';

/** What couldn't be read, and what would help, once for each reason; no section where nothing is missing. */
export function lacksOf({ facts }: Inspection): readonly Section[] {
  const rows = facts ? lackRows(facts) : [];
  return rows.length > 0 ? [{ title: 'Not known', rows }] : [];
}

function lackRows(facts: Outcome<Detail>): readonly Fact[] {
  if (facts.state !== 'ok') return [{ label: '', value: [span(lackOf(facts) ?? '')] }];
  const parts = new Map<string, Line[]>();
  for (const part of Object.keys(detailParts) as DetailPart[]) {
    // Where it waits is told in its own row.
    const lack = part === 'waiting' ? undefined : lackOf(facts.value[part]);
    const told = tell(`detail.${snakeCase(part)}`, detailParts[part].title);
    if (lack !== undefined && told) parts.set(lack, [...(parts.get(lack) ?? []), told]);
  }
  return [...parts].map(([lack, all]) => ({ label: '', value: [...(joined(all) ?? []), span(`: ${lack}`)] }));
}
