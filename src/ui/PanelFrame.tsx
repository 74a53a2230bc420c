import { Box } from 'ink';
import type { ReactNode } from 'react';
import { drawTop, type FrameOptions } from './framed.ts';
import { useLook } from './LookContext.ts';
import { Row } from './Rows.tsx';

/** The same border as that of drawn lines, around components. */
export function PanelFrame({ children, ...options }: FrameOptions & { readonly children: ReactNode }) {
  const look = useLook();
  const { width, height, focused } = options;
  const color = focused ? look.theme.focus : look.theme.border;
  return (
    <Box width={width} height={height} flexDirection="column">
      <Row line={drawTop(options, look)} />
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
