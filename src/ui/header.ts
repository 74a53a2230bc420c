import { known } from '../metrics/outcome.ts';
import type { Frame } from '../monitor.ts';
import type { Thrift } from '../sampling/governor.ts';
import { padCellsStart, printable } from '../units/cells.ts';
import { formatBytesShort, formatDuration, formatInterval, formatPercent, formatTimeOfDay } from '../units/format.ts';
import type { Seconds } from '../units/quantity.ts';
import { joinWhatFits, type Line, lineWidth, type Span, span, spreadLine, strong, telling } from './draw/line.ts';
import { RESTING_PACE } from './drawn-frames.ts';
import type { Look } from './look.ts';
import { formatShare, formatSlowed } from './thrift.ts';

/** A gap is told for this many seconds. */
const GAP_SHOWN = 60;

export interface HeaderOptions {
  readonly width: number;
  readonly interval: number;
  /** The frame that is live; not the one shown, while paused. */
  readonly live: Frame;
  readonly paused: boolean;
  readonly resting?: boolean;
  readonly onBattery?: boolean;
}

/** Whose numbers these are, from when, at what pace, and what they cost. */
export function drawHeader({ sample, history }: Frame, options: HeaderOptions, look: Look): Line {
  const { width, interval, live, paused, resting = false, onBattery = false } = options;
  const { title, dim, text, cpu: accent } = look.theme;
  const host = known(sample.host);
  const self = known(live.sample.self);
  const right: Line = joinWhatFits(
    [
      paused
        ? [drawPaused(sample.moment.time, live.sample.moment.time, look)]
        : [span(formatTimeOfDay(sample.moment.time), title)],
      [span('every ', dim), span(`${formatInterval(interval)}${onBattery ? ' (battery)' : ''}`, text)],
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
  const room = width - lineWidth(right) - 2;
  const name: Line = [strong(host ? printable(host.name) : 'sysmon', accent, 'host.name')];
  const told = [drawGap(history, look), ...drawSparing(live.sample.moment.thrift, resting, interval, look)];
  const states = wordsThatFit(told, room - lineWidth(name));
  const left = joinWhatFits(
    [
      name,
      ...states,
      host?.uptime === undefined
        ? []
        : [span('up ', dim), telling(span(formatDuration(coarse(host.uptime)), text), 'host.uptime')],
      host?.os ? [telling(span(printable(host.os), text), 'host.os')] : [],
      host ? [telling(span(printable(host.kernel), dim), 'host.kernel')] : [],
      host?.architecture ? [telling(span(printable(host.architecture), dim), 'host.architecture')] : [],
      host?.virtualization ? [telling(span(printable(host.virtualization), dim), 'host.virtualization')] : [],
      host?.container ? [telling(span(`in ${printable(host.container)}`, dim), 'host.container')] : [],
    ],
    room,
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
function drawGap(history: Frame['history'], look: Look): readonly Line[] {
  const last = history.at(-1)?.moment.time ?? 0;
  for (let i = history.length - 1; i >= 0; i -= 1) {
    const { time, gap } = history[i]?.moment ?? { time: 0 };
    if (last - time > GAP_SHOWN * 1000) return [];
    if (gap !== undefined) return [[span(`gap of ${formatDuration(gap)} (suspend?)`, look.theme.warn)]];
  }
  return [];
}

/** Of each state the most words for which there is room. */
function wordsThatFit(states: readonly (readonly Line[])[], room: number): readonly Line[] {
  let left = room;
  return states.flatMap((variants) => {
    const line = variants.find((words) => lineWidth(words) + 2 <= left);
    left -= line ? lineWidth(line) + 2 : 0;
    return line ? [line] : [];
  });
}

/** What is done less often than usual, and why; each in words for more room and for less. */
function drawSparing(
  thrift: Thrift | undefined,
  resting: boolean,
  interval: Seconds,
  { theme }: Look,
): readonly (readonly Line[])[] {
  const pace = formatDuration(Math.max(RESTING_PACE, interval));
  return [
    resting ? [`resting, not focused: drawn every ${pace}`, 'resting'].map((words) => [span(words, theme.text)]) : [],
    thrift?.exceeded ? [[span(`over budget ${formatShare(thrift.budget)}`, theme.warn)]] : [],
    thrift && thrift.slowed.length > 0 ? formatSlowed(thrift.slowed).map((words) => [span(`${words} (budget)`, theme.text)]) : [],
  ];
}

/** Uptime doesn't need seconds after its first hour. */
function coarse(uptime: number): number {
  return uptime < 3600 ? uptime : Math.floor(uptime / 60) * 60;
}
