/**
 * The table a metric is declared by. Types, the JSON document and its schema, alert names and the docs
 * all follow from it, so a value is described once.
 */

/** Every unit a value can have. `text`, `texts`, `flag` and `time` (epoch ms) are facts, not quantities. */
export type Unit =
  | 'ratio'
  | 'bytes'
  | 'bytes/s'
  | 'bits/s'
  | 'count'
  | '/s'
  | 'seconds'
  | 'hertz'
  | 'celsius'
  | 'rpm'
  | 'watts'
  | 'watt-hours'
  | 'load'
  | 'text'
  | 'texts'
  | 'flag'
  | 'time';

/** What describes a value beyond its unit. */
export interface About {
  /** Where the value is read, as a person would look it up: "/proc/stat, proc(5)". */
  readonly from: string;
  /** How it is computed from there, when it isn't simply read. */
  readonly formula?: string;
  /** Its key in the JSON document, when that isn't the name in snake_case with the unit behind it. */
  readonly key?: string;
  /** A total that only grows while the system runs. */
  readonly counter?: true;
}

export interface Field<Value, Optional extends boolean = boolean> extends About, Inner {
  readonly kind: 'field';
  readonly unit: Unit;
  readonly meaning: string;
  readonly optional: Optional;
  /** Never present: carries the value's type for {@link ShapeOf}. */
  readonly value?: Value;
}

export interface Group<Fields extends Shapes = Shapes, Optional extends boolean = boolean> extends Inner {
  readonly kind: 'group';
  readonly fields: Fields;
  readonly optional: Optional;
  readonly key?: string;
  /** Its fields stand in the JSON document beside the parent's own, behind the group's name: swap.total → swap_total_bytes. */
  readonly flat?: true;
}

export interface List<Fields extends Shapes = Shapes, Optional extends boolean = boolean> extends Inner {
  readonly kind: 'list';
  /** The field that tells one item from another; nothing is ever keyed by position. */
  readonly id: string;
  readonly meaning: string;
  readonly fields: Fields;
  readonly optional: Optional;
  readonly key?: string;
  /** What single items are, by their ids, where those are always the same. */
  readonly items?: Readonly<Record<string, string>>;
}

interface Inner {
  /** Only for those who look at it live: it is in no document, and no rule watches it. */
  readonly inner?: true;
}

export type Shape = Field<unknown> | Group | List;
export type Shapes = { readonly [name: string]: Shape };

/** The TypeScript type of a value that a shape describes. */
export type ShapeOf<S> =
  S extends Field<infer Value>
    ? Value
    : S extends List<infer Fields>
      ? readonly FieldsOf<Fields>[]
      : S extends Group<infer Fields>
        ? FieldsOf<Fields>
        : never;

type FieldsOf<F extends Shapes> = {
  readonly [K in keyof F as F[K]['optional'] extends true ? never : K]: ShapeOf<F[K]>;
} & {
  readonly [K in keyof F as F[K]['optional'] extends true ? K : never]?: ShapeOf<F[K]>;
};

type Maker<Value> = (meaning: string, about: About) => Field<Value, false>;

function field<Value>(unit: Unit): Maker<Value> {
  return (meaning, about) => ({ kind: 'field', unit, meaning, optional: false, ...about });
}

/** A share, 0 to 1; a percentage for people and in the JSON document. */
export const ratio = field<number>('ratio');
export const bytes = field<number>('bytes');
export const bytesPerSecond = field<number>('bytes/s');
export const bitsPerSecond = field<number>('bits/s');
export const count = field<number>('count');
/** Events a second. */
export const perSecond = field<number>('/s');
export const seconds = field<number>('seconds');
export const hertz = field<number>('hertz');
export const celsius = field<number>('celsius');
export const rpm = field<number>('rpm');
export const watts = field<number>('watts');
export const wattHours = field<number>('watt-hours');
/** A load average: tasks, a number without unit. */
export const load = field<number>('load');
export const text = field<string>('text');
export const flag = field<boolean>('flag');
/** A point of the wall clock, in ms since 1970; ISO 8601 in the JSON document. */
export const time = field<number>('time');

/** Several texts: addresses, flags. */
export const texts = field<readonly string[]>('texts');

export function group<const F extends Shapes>(fields: F, about: { key?: string; flat?: true } = {}): Group<F, false> {
  return { kind: 'group', fields, optional: false, ...about };
}

/** Items of one kind, told apart by the field named `id`. */
export function list<const F extends Shapes>(
  id: keyof F & string,
  meaning: string,
  fields: F,
  about: { key?: string; items?: Readonly<Record<string, string>> } = {},
): List<F, false> {
  return { kind: 'list', id, meaning, fields, optional: false, ...about };
}

/** The same shape, but absent where the value is unknown. */
export function optional<S extends Shape>(shape: S): Omit<S, 'optional'> & { readonly optional: true } {
  return { ...shape, optional: true };
}

/** The same shape, but only for those who look at it live. */
export function inner<S extends Shape>(shape: S): S & Inner {
  return { ...shape, inner: true };
}
