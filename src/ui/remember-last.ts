/**
 * The function, but asked again with the very same arguments it gives its last answer again. For what follows from its arguments
 * alone, and is asked for several times a frame, or frame after frame.
 */
export function rememberLast<A extends readonly unknown[], T>(compute: (...args: A) => T): (...args: A) => T {
  let last: { readonly args: A; readonly answer: T } | undefined;
  return (...args) => {
    if (last === undefined || !isSame(last.args, args)) last = { args, answer: compute(...args) };
    return last.answer;
  };
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
