/**
 * Stands in for yoga-layout, flexbox in WebAssembly, of which a screen of lines needs next to nothing: this is what Ink, ink-table
 * and our components ask for, and it throws where one asks for more. Whole cells are what Yoga would give, to the last rounding.
 */
import { type Axis, BOTTOM, type FlexBox, LEFT, layOutTree, RIGHT, type Room, type Side, TOP } from './flex.ts';

type Edge = 'EDGE_ALL' | 'EDGE_HORIZONTAL' | 'EDGE_VERTICAL' | 'EDGE_START' | 'EDGE_END' | keyof typeof SIDES;
type Measure = (width: number, mode: string) => { readonly width: number; readonly height: number };

const SIDES = { EDGE_LEFT: LEFT, EDGE_TOP: TOP, EDGE_RIGHT: RIGHT, EDGE_BOTTOM: BOTTOM } as const;

/** Who decides about a side, the nearest first. */
const DECIDERS: Readonly<Record<Side, readonly Edge[]>> = {
  [LEFT]: ['EDGE_START', 'EDGE_LEFT', 'EDGE_HORIZONTAL', 'EDGE_ALL'],
  [TOP]: ['EDGE_TOP', 'EDGE_VERTICAL', 'EDGE_ALL'],
  [RIGHT]: ['EDGE_END', 'EDGE_RIGHT', 'EDGE_HORIZONTAL', 'EDGE_ALL'],
  [BOTTOM]: ['EDGE_BOTTOM', 'EDGE_VERTICAL', 'EDGE_ALL'],
};

class Node implements FlexBox {
  children: Node[] = [];
  parent: Node | undefined;
  measure: FlexBox['measure'];
  main: Axis = 1;
  wanted: [number, number] = [Number.NaN, Number.NaN];
  shrink = 0;
  hidden = false;
  margin: readonly number[] = [0, 0, 0, 0];
  inset: readonly number[] = [0, 0, 0, 0];
  readonly offset: [number, number] = [0, 0];
  readonly size: [number, number] = [0, 0];
  readonly answers: FlexBox['answers'] = [];
  placedIn: FlexBox['placedIn'];

  private readonly edges = { margin: new Map<Edge, number>(), padding: new Map<Edge, number>(), border: new Map<Edge, number>() };
  /** In whole cells. */
  private readonly cells = { x: 0, y: 0, width: 0, height: 0 };

  setMargin(edge: Edge, value?: number) {
    this.setEdge('margin', edge, value);
  }

  setPadding(edge: Edge, value?: number) {
    this.setEdge('padding', edge, value);
  }

  setBorder(edge: Edge, value?: number) {
    this.setEdge('border', edge, value);
  }

  setWidth(value?: number) {
    this.setSize(0, value);
  }

  setHeight(value?: number) {
    this.setSize(1, value);
  }

  setWidthAuto() {
    this.setSize(0);
  }

  setHeightAuto() {
    this.setSize(1);
  }

  setFlexShrink(value: number) {
    this.shrink = value;
    this.markDirty();
  }

  setFlexGrow(value: number) {
    if (value !== 0) refuse(`flexGrow ${value}`);
  }

  setFlexWrap(value: string) {
    if (value !== 'WRAP_NO_WRAP') refuse(value);
  }

  setFlexDirection(value: string) {
    if (value !== 'FLEX_DIRECTION_ROW' && value !== 'FLEX_DIRECTION_COLUMN') refuse(value);
    this.main = value === 'FLEX_DIRECTION_ROW' ? 0 : 1;
    this.markDirty();
  }

  setDisplay(value: string) {
    this.hidden = value === 'DISPLAY_NONE';
    this.markDirty();
  }

  getDisplay() {
    return this.hidden ? 'DISPLAY_NONE' : 'DISPLAY_FLEX';
  }

  setMeasureFunc(measure: Measure) {
    this.measure = ({ size, exact }: Room) =>
      measure(size, Number.isNaN(size) ? 'MEASURE_MODE_UNDEFINED' : exact ? 'MEASURE_MODE_EXACTLY' : 'MEASURE_MODE_AT_MOST');
    this.markDirty();
  }

  unsetMeasureFunc() {
    this.measure = undefined;
  }

  getChildCount() {
    return this.children.length;
  }

  getChild(index: number) {
    return this.children[index];
  }

  insertChild(child: Node, index: number) {
    this.children.splice(index, 0, child);
    child.parent = this;
    this.markDirty();
  }

  removeChild(child: Node) {
    this.children = this.children.filter((one) => one !== child);
    child.parent = undefined;
    this.markDirty();
  }

  markDirty() {
    this.answers.length = 0;
    this.placedIn = undefined;
    this.parent?.markDirty();
  }

  calculateLayout() {
    layOutTree(this);
    this.round(0, 0);
  }

  getComputedLeft() {
    return this.cells.x;
  }

  getComputedTop() {
    return this.cells.y;
  }

  getComputedWidth() {
    return this.cells.width;
  }

  getComputedHeight() {
    return this.cells.height;
  }

  getComputedMargin(edge: keyof typeof SIDES) {
    return this.margin[SIDES[edge]] ?? 0;
  }

  getComputedPadding(edge: keyof typeof SIDES) {
    return this.edgeOf('padding', SIDES[edge]);
  }

  getComputedBorder(edge: keyof typeof SIDES) {
    return this.edgeOf('border', SIDES[edge]);
  }

  /** There is nothing to free. */
  free() {}

  freeRecursive() {}

  private setSize(axis: Axis, value?: number) {
    const length = lengthOf(value) ?? Number.NaN;
    if (Object.is(length, this.wanted[axis])) return;
    this.wanted[axis] = length;
    this.markDirty();
  }

  private setEdge(kind: keyof Node['edges'], edge: Edge, value?: number) {
    const length = lengthOf(value);
    if (length === undefined) this.edges[kind].delete(edge);
    else this.edges[kind].set(edge, length);
    const sides = [LEFT, TOP, RIGHT, BOTTOM] as const;
    this.margin = sides.map((side) => this.edgeOf('margin', side));
    this.inset = sides.map((side) => this.edgeOf('padding', side) + this.edgeOf('border', side));
    this.markDirty();
  }

  private edgeOf(kind: keyof Node['edges'], side: Side): number {
    const edges = this.edges[kind];
    const decider = DECIDERS[side].find((edge) => edges.has(edge));
    return (decider && edges.get(decider)) ?? 0;
  }

  /** To whole cells, by where its borders are on the screen: boxes that touch still do. Texts lose nothing. */
  private round(left: number, top: number) {
    const isText = this.measure !== undefined;
    const x = left + this.offset[0];
    const y = top + this.offset[1];
    this.cells.x = toCell(this.offset[0], isText ? Math.floor : undefined);
    this.cells.y = toCell(this.offset[1], isText ? Math.floor : undefined);
    this.cells.width = extentOf(x, this.size[0], isText);
    this.cells.height = extentOf(y, this.size[1], isText);
    for (const child of this.children) child.round(x, y);
  }
}

/** Sums of fractions are as good as whole when they are this near. */
const NEAR = 0.0001;

function extentOf(from: number, size: number, isText: boolean): number {
  const way = !isText ? undefined : isWhole(size) ? Math.floor : Math.ceil;
  return toCell(from + size, way) - toCell(from, isText ? Math.floor : undefined);
}

function toCell(value: number, way: (value: number) => number = (value) => Math.floor(value + 0.5 + NEAR)): number {
  return isWhole(value) ? Math.round(value) : way(value);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < NEAR;
}

function lengthOf(value: unknown): number | undefined {
  if (value === undefined || value === null || Number.isNaN(value)) return undefined;
  if (typeof value !== 'number') refuse(`a length of ${value}`);
  return value as number;
}

function refuse(what: string): never {
  throw new Error(`src/ui/ink/yoga.ts lays nothing out with ${what}; add it there, or build with SYSMON_PLAIN_INK=1`);
}

/** What Ink may ask for, and this does not do. */
const UNKNOWN = [
  ...['setAlignContent', 'setAlignItems', 'setAlignSelf', 'setJustifyContent', 'setAspectRatio', 'setGap', 'setPosition'],
  ...['setPositionPercent', 'setPositionType', 'setFlexBasis', 'setFlexBasisAuto', 'setFlexBasisPercent', 'setWidthPercent'],
  ...[
    'setHeightPercent',
    'setMinWidth',
    'setMinHeight',
    'setMinHeightPercent',
    'setMaxWidth',
    'setMaxHeight',
    'setMaxHeightPercent',
  ],
];
for (const name of UNKNOWN) Object.assign(Node.prototype, { [name]: () => refuse(name) });

/** Constants of Yoga's are their own names here: `Yoga.EDGE_LEFT` is "EDGE_LEFT". */
export const Yoga = new Proxy(
  { Node: { create: () => new Node() } },
  { get: (known, name) => (name === 'Node' ? known.Node : name) },
);
