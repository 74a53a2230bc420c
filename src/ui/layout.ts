import type { PanelName } from '../config/settings.ts';

/** A panel's place, in cells. */
export interface Place {
  readonly panel: PanelName;
  readonly width: number;
  readonly height: number;
}

/**
 * How the body of the screen is filled:
 * `grid`: bands from top to bottom, each with columns side by side, each a stack of bordered panels;
 * `compact`: lines without borders, for small terminals.
 */
export type Layout = { readonly kind: 'grid'; readonly bands: readonly Band[] } | { readonly kind: 'compact' };

export type Band = readonly Column[];
export type Column = readonly Place[];

/** What a panel asks for, in rows with its border. */
export interface Demand {
  readonly least: number;
  /** More than this would be empty. */
  readonly most: number;
}

/** From this width on, panels stand in two columns. */
const TWO_COLUMNS = 78;

/** Share of the height that the CPU panel gets above the others, and of the width that the left column gets. */
const CPU_SHARE = 0.36;
const LEFT_SHARE = 0.47;
/** The processes' commands are long. */
const LEFT_SHARE_BESIDE_PROCESSES = 0.42;

/** The processes get a column for themselves, nearly; where there are none to see, or no room for that, they stand last. */
const COLUMNS = {
  withProcesses: { left: ['memory', 'disks', 'network'], right: ['processes', 'sensors'] },
  without: { left: ['memory', 'network'], right: ['disks', 'sensors', 'processes'] },
} as const satisfies Record<string, Record<'left' | 'right', readonly PanelName[]>>;

/** Pure: places for the visible panels in a body of this size. */
export function arrange(
  width: number,
  height: number,
  visible: readonly PanelName[],
  demand: Readonly<Record<PanelName, Demand>>,
): Layout {
  const least = (panels: readonly PanelName[]) => panels.reduce((sum, name) => sum + demand[name].least, 0);
  const cpu = visible.filter((name) => name === 'cpu');
  const columnsOf = ({ left, right }: (typeof COLUMNS)[keyof typeof COLUMNS]) => {
    const shown = (names: readonly PanelName[]) => names.filter((name) => visible.includes(name));
    return { left: shown(left), right: shown(right), below: Math.max(least(shown(left)), least(shown(right))) };
  };
  const besideList = columnsOf(COLUMNS.withProcesses);
  const listed = visible.includes('processes') && demand.processes.most > demand.processes.least;
  const roomy = listed && least(cpu) + besideList.below <= height;
  const { left, right, below } = roomy ? besideList : columnsOf(COLUMNS.without);
  if (width < TWO_COLUMNS) {
    if (least(visible) > height) return { kind: 'compact' };
    return { kind: 'grid', bands: [[stack(visible, width, height, demand)]] };
  }
  if (least(cpu) + below > height) return { kind: 'compact' };
  const cpuHeight =
    cpu.length === 0
      ? 0
      : below === 0
        ? height
        : clamp(Math.round(height * CPU_SHARE), demand.cpu.least, Math.min(demand.cpu.most, height - below));
  const bands: Band[] = cpuHeight > 0 ? [[[{ panel: 'cpu', width, height: cpuHeight }]]] : [];
  const rest = height - cpuHeight;
  if (left.length > 0 && right.length > 0) {
    const leftWidth = Math.round(width * (roomy ? LEFT_SHARE_BESIDE_PROCESSES : LEFT_SHARE));
    bands.push([stack(left, leftWidth, rest, demand), stack(right, width - leftWidth, rest, demand)]);
  } else if (below > 0) {
    bands.push([stack([...left, ...right], width, rest, demand)]);
  }
  return { kind: 'grid', bands };
}

/** Shares a column's height: each panel its least, then row by row to whoever still wants more, then the rest to the last but one asked most. */
function stack(panels: readonly PanelName[], width: number, height: number, demand: Readonly<Record<PanelName, Demand>>): Column {
  const heights = new Map(panels.map((name) => [name, demand[name].least]));
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
  give((name, rows) => rows < demand[name].most);
  give(() => true);
  return panels.map((panel) => ({ panel, width, height: heights.get(panel) ?? 0 }));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
