/** Whether a name fits one of the patterns: `*` stands for any characters, `?` for one, everything else for itself. */
export function createMatcher(patterns: readonly string[]): (name: string) => boolean {
  if (patterns.length === 0) return () => false;
  const one = (pattern: string) =>
    pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '.*')
      .replaceAll('?', '.');
  const expression = new RegExp(`^(?:${patterns.map(one).join('|')})$`, 'su');
  return (name) => expression.test(name);
}
