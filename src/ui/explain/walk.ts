import { type Area, nearestValue, type ShownValue, sameValue } from './shown.ts';

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
      return nearTo(
        from,
        own.filter(({ y }) => y > from.y),
      );
    case 'up':
      return nearTo(
        from,
        own.filter(({ y }) => y < from.y),
      );
    case 'first':
      return own[0] ?? from;
    case 'last':
      return own.at(-1) ?? from;
  }
}

/** Below or above, where a row further away costs as much as so many cells aside: who goes down a column stays in it. */
const ROW = 10;

function nearTo(from: ShownValue, others: readonly ShownValue[]): ShownValue {
  return nearestValue(others, from, from.area, ROW) ?? from;
}

/** The first value of the next area that has any, of these in their order; the same one where no other has. */
export function walkAreas(values: readonly ShownValue[], from: ShownValue, areas: readonly Area[], by: 1 | -1): ShownValue {
  const filled = areas.filter((area) => values.some((one) => one.area === area));
  const at = filled.indexOf(from.area);
  const next = filled[(at + by + filled.length) % filled.length];
  return values.find(({ area }) => area === next) ?? from;
}
