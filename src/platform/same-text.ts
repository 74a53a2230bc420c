/**
 * What `parse` makes of a text, made once for texts that follow each other and are the same: of the files of a sample half tell
 * what they told before. What comes is shared, and not to be changed.
 */
export function whileSame<T>(parse: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly parsed: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, parsed: parse(text) };
    return last.parsed;
  };
}
