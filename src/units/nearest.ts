import { closest, distance } from 'fastest-levenshtein';

/** "did you mean X?" where one of the names is close enough to be meant; else what `otherwise` says. */
export function suggest(name: string, names: readonly string[], otherwise: string): string {
  if (names.length === 0) return otherwise;
  const nearest = closest(name, names);
  return distance(name, nearest) <= Math.max(2, name.length / 3) ? `did you mean ${nearest}?` : otherwise;
}

/** "a, b or c". */
export function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
