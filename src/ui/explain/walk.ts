import { type Area, cellsAside, nearestValue, type ShownValue, sameValue } from './shown.ts';

export type Way = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** The value next to one in its panel; the same one where there is none that way. */
export function walk(values: readonly ShownValue[], from: ShownValue, way: Way): ShownValue {
  const own = values.filter(({ area }) => area === from.area);
  const at = own.indexOf(from);
  switch (way) {
    case 'right':
      return own.slice(at + 1).find((one) => !sameValue(one, from)) ?? from;
    case 'left':
      return own.slice(0, at).findLast((one) => !sameValue(one, from)) ?? from;
    case 'down':
      return nearest(own, from, ({ y }) => y > from.y);
    case 'up':
      return nearest(own, from, ({ y }) => y < from.y);
    case 'first':
      return own[0] ?? from;
    case 'last':
      return own.at(-1) ?? from;
  }
}

/** Who goes down a column stays in it: cells that the next one may stand aside, unless there is none but further away. */
const ASIDE = 24;

function nearest(own: readonly ShownValue[], from: ShownValue, isThere: (one: ShownValue) => boolean): ShownValue {
  const others = own.filter(isThere);
  const near = others.filter((one) => cellsAside(one, from) <= ASIDE);
  return nearestValue(near.length > 0 ? near : others, from, from.area) ?? from;
}

/** The first value of the next area that has any, of these in their order; the same one where no other has. */
export function walkAreas(values: readonly ShownValue[], from: ShownValue, areas: readonly Area[], by: 1 | -1): ShownValue {
  const filled = areas.filter((area) => values.some((one) => one.area === area));
  const at = filled.indexOf(from.area);
  const next = filled[(at + by + filled.length) % filled.length];
  return values.find(({ area }) => area === next) ?? from;
}
