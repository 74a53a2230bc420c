import { Box } from 'ink';
import type { ReactNode } from 'react';
import { cellWidth } from '../units/cells.ts';
import { fitLine, type Line, lineWidth, span } from './draw/line.ts';
import { useLook } from './LookContext.ts';
import type { Look } from './look.ts';
import { Row } from './Rows.tsx';

export interface PanelFrameProps {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The key that shows and hides the panel. */
  readonly hotkey?: string;
  readonly accent: string | undefined;
  readonly focused: boolean;
  /** At the right end of the upper border; leaves first where there is no room. */
  readonly caption?: Line;
  readonly children: ReactNode;
}

/** A border that carries title and caption, around content of `width − 4` by `height − 2` cells. */
export function PanelFrame({ width, height, title, hotkey, accent, focused, caption = [], children }: PanelFrameProps) {
  const look = useLook();
  const color = focused ? look.theme.focus : look.theme.border;
  return (
    <Box width={width} height={height} flexDirection="column">
      <Row line={drawTop({ width, title, hotkey, accent, focused, caption }, color, look)} />
      <Box
        width={width}
        height={height - 1}
        flexDirection="column"
        paddingX={1}
        overflow="hidden"
        borderStyle={look.glyphs.border}
        {...(color !== undefined && { borderColor: color })}
        borderTop={false}
      >
        {children}
      </Box>
    </Box>
  );
}

type Top = Pick<PanelFrameProps, 'width' | 'title' | 'accent' | 'focused'> & { hotkey: string | undefined; caption: Line };

function drawTop({ width, title, hotkey, accent, focused, caption }: Top, color: string | undefined, look: Look): Line {
  const { topLeft, top, topRight } = look.glyphs.border;
  const left: Line = [
    span(`${topLeft}${top} `, color),
    // Focus is told by a mark, too: not by colour alone.
    ...(focused ? [span(look.ascii ? '> ' : '▸ ', look.theme.focus)] : []),
    ...(hotkey ? [span(`${hotkey} `, look.theme.key)] : []),
    { text: title, color: accent, bold: true },
    span(' ', color),
  ];
  const fits = lineWidth(left) + lineWidth(caption) + 6 <= width;
  const right: Line =
    caption.length > 0 && fits ? [span(' ', color), ...caption, span(` ${top}${topRight}`, color)] : [span(topRight, color)];
  const fill = Math.max(0, width - lineWidth(left) - lineWidth(right));
  return fitLine([...left, span(top.repeat(Math.floor(fill / cellWidth(top))), color), ...right], width);
}
