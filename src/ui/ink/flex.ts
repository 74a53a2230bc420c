/** Boxes in rows and columns, as flexbox has them: laid out in real numbers, then drawn in whole cells. */

/** Sides of a box; of an axis, 0 across and 1 down, they are `axis` and `axis + 2`. */
export const LEFT = 0;
export const TOP = 1;
export const RIGHT = 2;
export const BOTTOM = 3;

export type Axis = 0 | 1;
export type Side = 0 | 1 | 2 | 3;

/** How much room there is along one axis; NaN where there is no end to it. */
export interface Room {
  readonly size: number;
  /** Whether the box is to have this size, or may have up to it. */
  readonly exact: boolean;
}
type Rooms = readonly [Room, Room];
type Size = [width: number, height: number];

export interface FlexBox {
  readonly children: readonly FlexBox[];
  /** The natural size of what isn't made of boxes. */
  readonly measure: ((width: Room) => { readonly width: number; readonly height: number }) | undefined;
  /** The axis along which the children stand. */
  readonly main: Axis;
  /** NaN where the content decides. */
  readonly wanted: Readonly<Size>;
  readonly shrink: number;
  readonly hidden: boolean;
  /** By side. */
  readonly margin: readonly number[];
  /** Border and padding, by side. */
  readonly inset: readonly number[];
  /** Between its border and that of its parent. */
  readonly offset: Size;
  readonly size: Size;
  /** What it came to be in the rooms that it was offered, until something in it changes. */
  readonly answers: Answer[];
  /** The rooms for which its children stand where they stand. */
  placedIn: Rooms | undefined;
}

interface Answer {
  readonly rooms: Rooms;
  readonly size: Readonly<Size>;
}

/** More than one layout asks for. */
const MOST_ANSWERS = 8;

const ENDLESS: Room = { size: Number.NaN, exact: false };

/** Lays out a whole tree: as wide and high as it wants to be. */
export function layOutTree(root: FlexBox): void {
  lay(root, [roomWanted(root, 0) ?? ENDLESS, roomWanted(root, 1) ?? ENDLESS], true);
  root.offset[0] = root.margin[LEFT] ?? 0;
  root.offset[1] = root.margin[TOP] ?? 0;
}

/** Sets the size of a box, its margins apart from it, for rooms with its margins in them; and where its children stand, if asked to. */
function lay(box: FlexBox, rooms: Rooms, places: boolean): void {
  const known = places ? isSame(box.placedIn, rooms) && box.answers.at(-1) : undefined;
  const answer = known || box.answers.find((one) => isSame(one.rooms, rooms));
  if (answer && (known || !places)) {
    setSize(box, answer.size);
    return;
  }
  const fixed = places || box.measure ? undefined : fixedSize(box, rooms);
  if (fixed) {
    setSize(box, fixed);
    return;
  }
  const inner: Rooms = [within(box, 0, rooms[0]), within(box, 1, rooms[1])];
  const content = box.measure ? measured(box.measure, inner) : flex(box, inner);
  setSize(box, [sizeOf(box, 0, rooms[0], content[0]), sizeOf(box, 1, rooms[1], content[1])]);
  box.placedIn = rooms;
  const at = box.answers.findIndex((one) => isSame(one.rooms, rooms));
  if (at >= 0 || box.answers.length === MOST_ANSWERS) box.answers.splice(Math.max(0, at), 1);
  box.answers.push({ rooms, size: [box.size[0], box.size[1]] });
}

/** What the content has no say in; where there may be nothing, there is not even asked. */
function fixedSize(box: FlexBox, rooms: Rooms): Size | undefined {
  const free = rooms.map(({ size }, axis) => size - around(box.margin, axis as Axis));
  const isNone = rooms.some(({ exact }, axis) => !exact && (free[axis] ?? 0) <= 0);
  if (!isNone && !rooms.every(({ exact }) => exact)) return undefined;
  const length = (axis: Axis) => Math.max(around(box.inset, axis), free[axis] || 0);
  return [length(0), length(1)];
}

function isSame(one: Rooms | undefined, other: Rooms): boolean {
  return one?.every(({ size, exact }, axis) => Object.is(size, other[axis]?.size) && exact === other[axis]?.exact) ?? false;
}

function setSize({ size }: FlexBox, [width, height]: Readonly<Size>) {
  size[0] = width;
  size[1] = height;
}

function measured(measure: NonNullable<FlexBox['measure']>, [width, height]: Rooms): Size {
  if (width.exact && height.exact) return [width.size, height.size];
  const natural = measure(width);
  return [natural.width, natural.height];
}

/** The children's sizes and places. @returns what they take. */
function flex(box: FlexBox, inner: Rooms): Size {
  const { main } = box;
  const cross = main === 0 ? 1 : 0;
  const children = box.children.filter(({ hidden }) => !hidden);
  for (const child of box.children) if (child.hidden) hide(child);

  const bases = children.map((child) => basisOf(child, main, inner));
  const taken = children.reduce((sum, child, i) => sum + (bases[i] ?? 0) + around(child.margin, main), 0);
  const lack = inner[main].exact ? Math.max(0, taken - inner[main].size) : 0;
  const sizes = lack > 0 ? shrunk(children, bases, main, lack) : bases;

  children.forEach((child, i) => {
    const along: Room = { size: (sizes[i] ?? 0) + around(child.margin, main), exact: true };
    const aside = roomWanted(child, cross) ?? inner[cross];
    lay(child, inAxes(main, along, aside), roomWanted(child, cross) !== undefined);
  });

  const widest = Math.max(0, ...children.map((child) => child.size[cross] + around(child.margin, cross)));
  const line = inner[cross].exact ? inner[cross].size : widest;
  let at = box.inset[main] ?? 0;
  for (const child of children) {
    // Who wants no size of its own gets that of the line.
    if (!roomWanted(child, cross)) {
      const along: Room = { size: child.size[main] + around(child.margin, main), exact: true };
      lay(child, inAxes(main, along, { size: line, exact: true }), true);
    }
    child.offset[main] = at + (child.margin[main] ?? 0);
    child.offset[cross] = (box.inset[cross] ?? 0) + (child.margin[cross] ?? 0);
    at += child.size[main] + around(child.margin, main);
  }
  return inAxes(main, at - (box.inset[main] ?? 0), line);
}

/** How long a child is along its parent's axis before any has to shrink. */
function basisOf(child: FlexBox, main: Axis, inner: Rooms): number {
  const cross = main === 0 ? 1 : 0;
  const wanted = roomWanted(child, main);
  if (wanted) return Math.max(wanted.size - around(child.margin, main), around(child.inset, main));
  const aside = roomWanted(child, cross) ?? inner[cross];
  lay(child, inAxes(main, { ...inner[main], exact: false }, aside), false);
  return Math.max(child.size[main], around(child.inset, main));
}

/**
 * Each gives by its own size, and what one can't give, for its insets, the others do. As in Yoga, those who come behind one that can't
 * are asked for all of the lack when it is found out who can't; where that is nobody, nobody gives.
 */
function shrunk(children: readonly FlexBox[], bases: readonly number[], main: Axis, lack: number): readonly number[] {
  const boxes = children.map((child, i) => {
    const base = bases[i] ?? 0;
    return { base, weight: child.shrink * base, least: around(child.inset, main) };
  });
  let total = boxes.reduce((sum, { weight }) => sum + weight, 0);
  let rest = lack;
  for (const { base, weight, least } of boxes) {
    if (weight === 0 || less(base, lack, total, weight) >= least) continue;
    rest -= base - least;
    total -= weight;
  }
  if (rest <= 0) return bases;
  return boxes.map(({ base, weight, least }) => Math.max(total > 0 ? less(base, rest, total, weight) : base - weight, least));
}

/** By its share of the lack; in single precision, as Yoga reckons: whether all give or nobody may hang on the last bit. */
function less(base: number, lack: number, total: number, weight: number): number {
  return Math.fround(base - Math.fround(Math.fround(lack / total) * weight));
}

function hide(box: FlexBox) {
  setSize(box, [0, 0]);
  box.offset.fill(0);
  box.answers.length = 0;
  box.placedIn = undefined;
  box.children.forEach(hide);
}

/** What its style asks for, with its margins. */
function roomWanted({ wanted, margin }: FlexBox, axis: Axis): Room | undefined {
  return Number.isNaN(wanted[axis]) ? undefined : { size: wanted[axis] + around(margin, axis), exact: true };
}

/** What of the room is left for the content. */
function within({ margin, inset }: FlexBox, axis: Axis, { size, exact }: Room): Room {
  return { size: Number.isNaN(size) ? size : Math.max(0, size - around(margin, axis) - around(inset, axis)), exact };
}

function sizeOf({ margin, inset }: FlexBox, axis: Axis, room: Room, content: number): number {
  const own = around(inset, axis);
  return Math.max(room.exact ? room.size - around(margin, axis) : content + own, own);
}

function around(sides: readonly number[], axis: Axis): number {
  return (sides[axis] ?? 0) + (sides[axis + 2] ?? 0);
}

function inAxes<T>(main: Axis, along: T, aside: T): [T, T] {
  return main === 0 ? [along, aside] : [aside, along];
}
