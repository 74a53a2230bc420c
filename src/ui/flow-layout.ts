import type { PanelName } from '../config/settings.ts';
import type { Band, Column, Demands } from './layout.ts';
import type { Size } from './panels/panel.ts';

/** From these widths on, panels stand in two columns, and in three where two are too high. */
const TWO_COLUMNS = 78;
const THREE_COLUMNS = 150;

/** Share of the height that the CPU panel gets above the others. */
const CPU_SHARE = 0.34;

/** Pressure and sensors take no room from a list that is lower than this. */
const LEAST_LIST = 8;

/** Which panels stand below each other, and what share of the width they get. */
interface Columns {
  readonly panels: readonly (readonly PanelName[])[];
  readonly shares: readonly number[];
}

/** The processes, whose commands are long, get a column for themselves, nearly. */
const BESIDE_LIST: Columns = {
  panels: [
    ['memory', 'disks', 'network'],
    ['processes', 'sensors'],
  ],
  shares: [0.42, 0.58],
};
const THREE: Columns = {
  panels: [['memory', 'network'], ['disks', 'sensors'], ['processes']],
  shares: [0.28, 0.28, 0.44],
};
/** Where there are no processes to see, or no room for that, they stand last. */
const LIST_LAST: Columns = {
  panels: [
    ['memory', 'network'],
    ['disks', 'sensors', 'processes'],
  ],
  shares: [0.47, 0.53],
};

/** Where it is wide and low, there is nothing above the columns. */
const WITHOUT_BAND: Columns = {
  panels: [
    ['cpu', 'memory'],
    ['network', 'disks'],
    ['processes', 'sensors'],
  ],
  shares: [0.3, 0.3, 0.4],
};

/** Pure: places for all of these panels as the room suggests; undefined where one would get less than it asks for. */
export function arrangeFlow(size: Size, panels: readonly PanelName[], demands: Demands): readonly Band[] | undefined {
  const { width, height } = size;
  if (width < TWO_COLUMNS) {
    return sumOf(panels, demands) > height ? undefined : [[stack(panels, width, height, demands)]];
  }
  const readable = arrangeColumns(size, panels, withRoomToRead(demands));
  return readable || panels.includes('sensors') ? readable : arrangeColumns(size, panels, demands);
}

function arrangeColumns({ width, height }: Size, panels: readonly PanelName[], demands: Demands): readonly Band[] | undefined {
  const least = (stacked: readonly PanelName[]) => sumOf(stacked, demands);
  const cpu = panels.filter((name) => name === 'cpu');
  const listed = panels.includes('processes') && demands.processes.most > demands.processes.least;
  const wide = width >= THREE_COLUMNS;
  const candidates = [
    ...(listed ? [BESIDE_LIST] : []),
    ...(listed && wide ? [THREE] : []),
    LIST_LAST,
    ...(wide ? [WITHOUT_BAND] : []),
  ];
  const fitting = candidates
    .map((columns) => shownOf(columns, panels))
    .map((columns) => ({
      ...columns,
      above: columns.panels.flat().includes('cpu') ? [] : cpu,
      below: Math.max(0, ...columns.panels.map(least)),
    }))
    .find(({ above, below }) => least(above) + below <= height);
  if (fitting === undefined) return undefined;

  const { above, below } = fitting;
  const { least: lowest, most } = demands.cpu;
  const cpuHeight = below === 0 ? height : clamp(Math.round(height * CPU_SHARE), lowest, Math.min(most, height - below));
  const band: Band[] = above.length > 0 ? [[[{ panel: 'cpu', width, height: cpuHeight }]]] : [];
  if (below === 0) return band;
  const rest = above.length > 0 ? height - cpuHeight : height;
  const widths = divide(width, fitting.shares);
  return [...band, fitting.panels.map((column, i) => stack(column, widths[i] ?? 0, rest, demands))];
}

/** The same, with so many rows for the processes that they can be called a list. */
function withRoomToRead(demands: Demands): Demands {
  const { least, most } = demands.processes;
  return { ...demands, processes: { least: Math.max(least, Math.min(LEAST_LIST, most - 1)), most } };
}

/** The least that they ask for together. */
function sumOf(panels: readonly PanelName[], demands: Demands): number {
  return panels.reduce((sum, name) => sum + demands[name].least, 0);
}

/** Those of them that are shown; the columns that are left share the width. */
function shownOf({ panels, shares }: Columns, shown: readonly PanelName[]): Columns {
  const kept = panels
    .map((column, i) => ({ column: column.filter((name) => shown.includes(name)), share: shares[i] ?? 0 }))
    .filter(({ column }) => column.length > 0);
  return { panels: kept.map(({ column }) => column), shares: kept.map(({ share }) => share) };
}

function divide(width: number, shares: readonly number[]): readonly number[] {
  const whole = shares.reduce((a, b) => a + b, 0);
  let before = 0;
  let left = 0;
  return shares.map((share) => {
    before += share;
    const right = Math.round((width * before) / whole);
    const own = right - left;
    left = right;
    return own;
  });
}

/** Shares a column's height: each panel its least, then row by row to whoever has something left to say, to whoever has a use for more, to all. */
function stack(panels: readonly PanelName[], width: number, height: number, demands: Demands): Column {
  const heights = new Map(panels.map((name) => [name, demands[name].least]));
  let spare = height - [...heights.values()].reduce((sum, rows) => sum + rows, 0);
  const give = (wants: (name: PanelName, rows: number) => boolean) => {
    let given = true;
    while (spare > 0 && given) {
      given = false;
      for (const [name, rows] of heights) {
        if (spare > 0 && wants(name, rows)) {
          heights.set(name, rows + 1);
          spare -= 1;
          given = true;
        }
      }
    }
  };
  give((name, rows) => rows < (demands[name].enough ?? demands[name].most));
  give((name, rows) => rows < demands[name].most);
  give(() => true);
  return panels.map((panel) => ({ panel, width, height: heights.get(panel) ?? 0 }));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
