import { known } from '../../metrics/outcome.ts';
import type { Sample } from '../../sampling/sample.ts';
import { formatBytes, formatDateTime, formatHertz } from '../../units/format.ts';
import { formatFact, formatOutcome } from './line.ts';

/** What the machine is, a line a fact. */
export function formatHost(sample: Sample): string {
  const cpu = known(sample.cpu);
  const memory = known(sample.memory);
  const lines = formatOutcome('Host', sample.host, ({ name, os, kernel, architecture, virtualization, container, bootTime }) => [
    formatFact('Host', name),
    formatFact('System', os),
    formatFact('Kernel', architecture ? `${kernel} ${architecture}` : kernel),
    ...(virtualization ? [formatFact('Virtualised', virtualization)] : []),
    ...(container ? [formatFact('Container', container)] : []),
    ...(bootTime === undefined ? [] : [formatFact('Started', formatDateTime(bootTime))]),
  ]);
  const cores = cpu && `${cpu.cores.length} ${cpu.cores.length === 1 ? 'core' : 'cores'}`;
  const processor = [cpu?.model, cores, cpu?.frequency && formatHertz(cpu.frequency)].filter(Boolean).join(', ');
  return `${[
    ...lines,
    ...(processor ? [formatFact('Processor', processor)] : []),
    ...(memory ? [formatFact('Memory', formatBytes(memory.total))] : []),
  ].join('\n')}\n`;
}
