import { known } from '../metrics/outcome.ts';
import type { Frame } from '../monitor.ts';
import { padCellsStart, printable } from '../units/cells.ts';
import { formatBytesShort, formatDuration, formatInterval, formatPercent, formatTimeOfDay } from '../units/format.ts';
import { joinWhatFits, type Line, lineWidth, type Span, span, spreadLine, telling } from './draw/line.ts';
import type { Look } from './look.ts';

/** A gap is told for this many seconds. */
const GAP_SHOWN = 60;

export interface HeaderOptions {
  readonly width: number;
  readonly interval: number;
  /** The frame that is live; not the one shown, while paused. */
  readonly live: Frame;
  readonly paused: boolean;
}

/** Whose numbers these are, from when, at what pace, and what they cost. */
export function drawHeader({ sample, history }: Frame, { width, interval, live, paused }: HeaderOptions, look: Look): Line {
  const { title, dim, text, accent } = { ...look.theme, accent: look.theme.cpu };
  const host = known(sample.host);
  const self = known(live.sample.self);
  const right: Line = joinWhatFits(
    [
      paused
        ? [drawPaused(sample.moment.time, live.sample.moment.time, look)]
        : [span(formatTimeOfDay(sample.moment.time), title)],
      [span('every ', dim), span(formatInterval(interval), text)],
      self
        ? [
            span('self ', dim),
            telling(span(padCellsStart(formatPercent(self.usage), 5), text), 'self.usage'),
            span(' '),
            telling(span(formatBytesShort(self.resident), text), 'self.resident'),
          ]
        : [],
    ],
    Math.max(20, Math.floor(width / 2)),
  );
  const left = joinWhatFits(
    [
      [{ text: host ? printable(host.name) : 'sysmon', color: accent, bold: true, tells: 'host.name' }],
      drawGap(history, look),
      host?.uptime === undefined
        ? []
        : [span('up ', dim), telling(span(formatDuration(coarse(host.uptime)), text), 'host.uptime')],
      host?.os ? [telling(span(printable(host.os), text), 'host.os')] : [],
      host ? [telling(span(printable(host.kernel), dim), 'host.kernel')] : [],
      host?.architecture ? [telling(span(host.architecture, dim), 'host.architecture')] : [],
      host?.virtualization ? [telling(span(printable(host.virtualization), dim), 'host.virtualization')] : [],
      host?.container ? [telling(span(`in ${printable(host.container)}`, dim), 'host.container')] : [],
    ],
    width - lineWidth(right) - 2,
  );
  return spreadLine(left, right, width);
}

/** Says how long the picture has stood still. */
function drawPaused(then: number, now: number, look: Look): Span {
  const seconds = Math.max(0, Math.round((now - then) / 1000));
  const clock = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return { text: ` PAUSED ${clock} `, color: look.theme.warn, inverse: true, bold: true };
}

/** The last hole in the history, while it is fresh. */
function drawGap(history: Frame['history'], look: Look): Line {
  const last = history.at(-1)?.moment.time ?? 0;
  const fresh = history.findLast(({ moment }) => moment.gap !== undefined || last - moment.time > GAP_SHOWN * 1000)?.moment;
  if (fresh?.gap === undefined || last - fresh.time > GAP_SHOWN * 1000) return [];
  return [span(`gap of ${formatDuration(fresh.gap)} (suspend?)`, look.theme.warn)];
}

/** Uptime doesn't need seconds after its first hour. */
function coarse(uptime: number): number {
  return uptime < 3600 ? uptime : Math.floor(uptime / 60) * 60;
}
