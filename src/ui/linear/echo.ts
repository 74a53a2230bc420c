/**
 * What a terminal shows of a line while it is typed, as it does by itself where keys aren't read one by one: what was typed, taken back
 * by Backspace and Ctrl+U, and the end of the line.
 */
export function createEcho(): (key: string) => string {
  let shown = 0;
  return (key) => {
    if (key === 'enter' || key === 'escape') {
      shown = 0;
      return '\n';
    }
    if (key === 'backspace' || key === 'ctrl+u') {
      const taken = key === 'ctrl+u' ? shown : Math.min(1, shown);
      shown -= taken;
      return TAKE_BACK.repeat(taken);
    }
    const text = key === 'space' ? ' ' : key;
    if ([...text].length !== 1) return '';
    shown += 1;
    return text;
  };
}

const TAKE_BACK = '\b \b';
