/** What a terminal sends for the mouse, in the form of mode 1006; cells are counted from 0. */
export const press = (x: number, y: number) => `\u001b[<0;${x + 1};${y + 1}M`;
export const release = (x: number, y: number) => `\u001b[<0;${x + 1};${y + 1}m`;
export const click = (x: number, y: number) => press(x, y) + release(x, y);
export const wheelDown = (x: number, y: number) => `\u001b[<65;${x + 1};${y + 1}M`;
export const wheelUp = (x: number, y: number) => `\u001b[<64;${x + 1};${y + 1}M`;

/** The first cell in which a text stands among the rows of a screen. */
export function cellOf(rows: readonly string[], text: string): readonly [x: number, y: number] {
  const y = rows.findIndex((row) => row.includes(text));
  if (y < 0) throw new Error(`${text} is not on the screen:\n${rows.join('\n')}`);
  return [rows[y]?.indexOf(text) ?? -1, y];
}
