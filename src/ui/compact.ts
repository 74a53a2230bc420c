import type { PanelName } from '../config/settings.ts';
import { known } from '../metrics/outcome.ts';
import type { Frame } from '../monitor.ts';
import { formatLoad, formatPercent } from '../units/format.ts';
import { fitLine, type Line, lineWidth, span } from './draw/line.ts';
import type { Look } from './look.ts';
import type { Panel, Size } from './panels/panel.ts';
import type { Processes } from './processes/processes.ts';
import { isInUse } from './processes/view.ts';

/** Small terminals: lines without borders. */
export function drawCompact(
  panels: readonly Panel[],
  frame: Frame,
  size: Size,
  look: Look,
  processes: Processes,
  order: readonly PanelName[],
): readonly Line[] {
  const { width } = size;
  const rows = shareRows(panels, frame, size, look, processes, order);
  return panels.flatMap((panel, i) =>
    panel.compact(frame, { width, height: rows[i] ?? 0 }, look, processes).map((line) => fitLine(line, width)),
  );
}

/**
 * How many lines each panel has: every one gets one, then they take turns, in this order; while somebody looks for
 * processes or has chosen one, the rest is for them.
 */
export function shareRows(
  panels: readonly Panel[],
  frame: Frame,
  { width, height }: Size,
  look: Look,
  processes: Processes,
  order: readonly PanelName[],
): readonly number[] {
  const inUse = isInUse(processes.view);
  const wishes = panels.map((panel) => {
    const lines = panel.compact(frame, { width, height }, look, processes);
    return inUse && panel.name !== 'processes' ? lines.slice(0, 1) : lines;
  });
  const turns = order.flatMap((name) => panels.flatMap((panel, i) => (panel.name === name ? i : [])));
  const rows = panels.map(() => 0);
  let left = height;
  let given = true;
  while (left > 0 && given) {
    given = false;
    for (const i of turns) {
      const has = rows[i] ?? 0;
      if (left > 0 && has < (wishes[i]?.length ?? 0)) {
        rows[i] = has + 1;
        left -= 1;
        given = true;
      }
    }
  }
  return rows;
}

/** Smaller still: the three numbers that matter most, in one line. */
export function drawOneLine({ sample }: Frame, width: number, look: Look): Line {
  const { dim, text } = look.theme;
  const cpu = known(sample.cpu);
  const memory = known(sample.memory);
  const draw = ([processor, ram, load]: readonly [string, string, string]) =>
    [
      [span(processor, dim), span(formatPercent(cpu?.usage), look.ramp(cpu?.usage ?? 0))],
      [span(ram, dim), span(formatPercent(memory?.usage), look.ramp(memory?.usage ?? 0))],
      [span(load, dim), span(formatLoad(cpu?.load?.one), text)],
    ].flatMap((part, i) => (i > 0 ? [span(' '), ...part] : part));
  const whole = draw(['cpu ', 'mem ', 'load ']);
  return fitLine(lineWidth(whole) <= width ? whole : draw(['c', 'm', 'l']), width);
}
