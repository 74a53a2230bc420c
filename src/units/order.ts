/** By code units, the same in every language; to be given to `sort`. A comparison by the rules of a language takes 5 ms and 3 MB to begin. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
