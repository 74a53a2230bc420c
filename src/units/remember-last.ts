/**
 * The function, but asked again with the very same arguments it gives its last answer again: for what follows from its arguments
 * alone and is asked for time and again, as the files of a sample of which half tell what they told before, or the parts of a
 * frame. What comes is shared, and not to be changed.
 */
export function rememberLast<A extends readonly unknown[], T>(compute: (...args: A) => T): (...args: A) => T {
  let last: { readonly args: A; readonly answer: T } | undefined;
  return (...args) => {
    if (last === undefined || !sameItems(last.args, args)) last = { args, answer: compute(...args) };
    return last.answer;
  };
}

/** Whether two lists have the very same items in the same order. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
