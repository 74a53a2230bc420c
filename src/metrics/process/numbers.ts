const SPACE = 0x20;
const MINUS = 0x2d;
const ZERO = 0x30;

/** Goes over numbers and words that spaces part, where they lie; `next` is NaN where there is no number. */
export function walkNumbers(line: Buffer, from: number, length: number) {
  let at = from;
  const toNext = () => {
    while (line[at] === SPACE && at < length) at += 1;
  };
  return {
    next(): number {
      toNext();
      const sign = line[at] === MINUS ? -1 : 1;
      if (sign < 0) at += 1;
      const first = at;
      let value = 0;
      for (; at < length; at += 1) {
        const digit = (line[at] ?? 0) - ZERO;
        if (digit < 0 || digit > 9) break;
        value = value * 10 + digit;
      }
      return at === first ? Number.NaN : sign * value;
    },
    skip(count: number) {
      for (let i = 0; i < count; i += 1) {
        toNext();
        while (at < length && line[at] !== SPACE) at += 1;
      }
    },
  };
}
