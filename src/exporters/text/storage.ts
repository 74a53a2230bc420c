import type { ValueOf } from '../../metrics/index.ts';
import type { Sample } from '../../sampling/sample.ts';
import { BYTE_RATE_WIDTH, BYTES_WIDTH, formatByteRate, formatBytes, formatPercent, UNKNOWN } from '../../units/format.ts';
import { formatLine, formatMost, formatOutcome } from './line.ts';

type Filesystem = ValueOf<'filesystem'>[number];
type Device = ValueOf<'disk'>['devices'][number];

/** Those that are about to be full; names stand last, so that none can push a number out of its column. */
export function formatFilesystems({ filesystem }: Sample): readonly string[] {
  return formatOutcome('Filesystem', filesystem, (all) =>
    formatMost('Filesystem', all, (one) => (one.silent ? 1 : one.usage), formatFilesystem),
  );
}

function formatFilesystem({ usage, used, total, mount, type, silent }: Filesystem): string {
  if (silent) return formatLine('Filesystem', UNKNOWN, `${mount}: ${silent}`);
  const room = `used ${formatBytes(used).padStart(BYTES_WIDTH)} of ${formatBytes(total).padStart(BYTES_WIDTH)}`;
  return formatLine('Filesystem', formatPercent(usage), `${room}  ${mount} (${type})`);
}

/** The busiest; the figure is the share of time with a request under way. */
export function formatDisks({ disk }: Sample): readonly string[] {
  return formatOutcome('Disk', disk, ({ devices }) =>
    formatMost('Disk', devices, (one) => one.busy ?? sizeOfFlow(one), formatDevice),
  );
}

function sizeOfFlow({ readRate = 0, writeRate = 0 }: Device): number {
  return readRate + writeRate;
}

function formatDevice({ busy, readRate, writeRate, name }: Device): string {
  const read = formatByteRate(readRate).padStart(BYTE_RATE_WIDTH);
  const write = formatByteRate(writeRate).padStart(BYTE_RATE_WIDTH);
  return formatLine('Disk', formatPercent(busy), `read ${read}  write ${write}  ${name}`);
}
