import { cellWidth, truncateCells } from '../units/cells.ts';
import { equalLine, fitBetween, fitLine, type Line, lineWidth, NOTHING, span, strong } from './draw/line.ts';
import type { Look } from './look.ts';
import type { Cell, Size } from './panels/panel.ts';

export interface FrameOptions {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The key that shows and hides the panel. */
  readonly hotkey?: string | undefined;
  readonly accent: string | undefined;
  readonly focused: boolean;
  /** Something stands before it and has the keys: it isn't marked as focused, and nothing of it moves for that. */
  readonly behind?: boolean | undefined;
  /** At the right end of the upper border, which shows through where it ends in spaces; leaves first where there is no room. */
  readonly caption?: Line;
  /** Where the lines are a part of a list: which part, told by a thumb on the right border. */
  readonly thumb?: Thumb | undefined;
}

/** Rows inside the border, from the first, and how many. */
export interface Thumb {
  readonly from: number;
  readonly rows: number;
}

/** The thumb of a list of `all` rows, of which `shown` from the one at `start` on stand below `above` others; undefined where it shows all. */
export function thumbOf(all: number, shown: number, start: number, above: number): Thumb | undefined {
  if (shown < 2 || all <= shown) return undefined;
  const rows = Math.max(1, Math.round((shown * shown) / all));
  return { from: above + Math.round(((shown - rows) * start) / (all - shown)), rows };
}

/** A border that carries title and caption, around `width − 4` by `height − 2` cells of the lines. */
export function drawFramed(lines: readonly Line[], options: FrameOptions, look: Look): readonly Line[] {
  return compose(lines, options, look, undefined);
}

/** The same, frame after frame: what is as it was in the frame before, at its place, is the very same line. */
export function createFramed(): typeof drawFramed {
  let last: Framed | undefined;
  return (lines, options, look) => {
    const same = last && last.look === look && isSameFrame(last.options, options) ? last : undefined;
    const rows = compose(lines, options, look, same);
    last = { lines, options, look, rows };
    return rows;
  };
}

/** What was framed, and what came of it. */
interface Framed {
  readonly lines: readonly Line[];
  readonly options: FrameOptions;
  readonly look: Look;
  readonly rows: readonly Line[];
}

/** But for the caption and the thumb. */
function isSameFrame(a: FrameOptions, b: FrameOptions): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.title === b.title &&
    a.hotkey === b.hotkey &&
    a.accent === b.accent &&
    a.focused === b.focused &&
    a.behind === b.behind
  );
}

/** @param last the frame before, which differs in lines, caption and thumb only. */
function compose(lines: readonly Line[], options: FrameOptions, look: Look, last: Framed | undefined): readonly Line[] {
  const { width, height, caption = NOTHING } = options;
  const { left, right, thumb: grip, bottom, bottomLeft, bottomRight } = look.glyphs.border;
  const color = colorOf(options, look);
  const inner = Math.max(0, width - 4);
  const begin = span(`${left} `, color);
  const end = span(` ${right}`, color);
  const gripped = span(` ${grip}`, options.accent);
  const rows: Line[] = [];
  for (let row = 0; row < height; row += 1) {
    const known = last?.rows[row];
    if (row === 0) rows.push(known && equalLine(caption, last?.options.caption ?? NOTHING) ? known : drawTop(options, look));
    else if (row < height - 1) {
      const line = lines[row - 1] ?? NOTHING;
      const held = isHeld(options, row - 1);
      const same = known && equalLine(line, last?.lines[row - 1] ?? NOTHING) && held === isHeld(last?.options, row - 1);
      rows.push(same ? known : fitBetween(begin, line, held ? gripped : end, inner));
    } else rows.push(known ?? [span(`${bottomLeft}${bottom.repeat(Math.max(0, width - 2))}${bottomRight}`, color)]);
  }
  return rows;
}

/** Whether the thumb stands beside this row inside the border. */
function isHeld(options: FrameOptions | undefined, row: number): boolean {
  const thumb = options?.thumb;
  return thumb !== undefined && row >= thumb.from && row < thumb.from + thumb.rows;
}

/** Whether a cell of a frame of this size stands on its border. */
export function isBorder({ x, y }: Cell, { width, height }: Size): boolean {
  return x === 0 || y === 0 || x === width - 1 || y === height - 1;
}

/** The column of the upper border in which the panel's key stands. */
export function hotkeyColumn(focused: boolean): number {
  return focused ? 5 : 3;
}

/** Cells that a panel's title leaves to its caption. */
export function captionRoom(title: string, width: number): number {
  return Math.max(0, width - cellWidth(title) - 13);
}

/** The upper border. */
export function drawTop(options: FrameOptions, look: Look): Line {
  const { width, title, hotkey, accent, focused, behind, caption = [] } = options;
  const { topLeft, top, topRight } = look.glyphs.border;
  const color = colorOf(options, look);
  const begin: Line = [
    span(`${topLeft}${top}${focused && behind ? top.repeat(2) : ''} `, color),
    // Focus is told by a mark, too: not by colour alone.
    ...(focused && !behind ? [span(look.ascii ? '> ' : '▸ ', look.theme.focus)] : []),
    ...(hotkey ? [span(`${hotkey} `, look.theme.key)] : []),
  ];
  const room = width - lineWidth(begin) - 3;
  const left: Line = [...begin, strong(truncateCells(title, room), accent), span(' ', color)];
  const fits = lineWidth(left) + lineWidth(caption) + 5 <= width;
  const right = caption.length > 0 && fits ? drawCaption(caption, color, look) : [span(topRight, color)];
  const fill = Math.max(0, width - lineWidth(left) - lineWidth(right));
  return fitLine([...left, span(top.repeat(Math.floor(fill / cellWidth(top))), color), ...right], width);
}

function colorOf({ focused, behind }: FrameOptions, { theme }: Look): string | undefined {
  return focused && !behind ? theme.focus : theme.border;
}

function drawCaption(caption: Line, color: string | undefined, { glyphs }: Look): Line {
  const { top, topRight } = glyphs.border;
  const last = caption.at(-1);
  const text = last?.text.trimEnd() ?? '';
  const blank = (last?.text.length ?? 0) - text.length;
  const told = last && blank > 0 ? [...caption.slice(0, -1), { ...last, text }] : caption;
  return [span(' ', color), ...told, span(` ${top.repeat(1 + blank)}${topRight}`, color)];
}
