import { Box } from 'ink';
import { useLook } from '../LookContext.ts';
import { Rows } from '../Rows.tsx';
import { divideDisks } from './disks.ts';
import { FilesystemTable } from './filesystem-table.tsx';
import type { DetailProps } from './panel.ts';

/** Zoomed, what has the most columns is a table of its own. */
export function DisksDetail({ frame, ...size }: DetailProps) {
  const look = useLook();
  const { table, tableRows, lack, active } = divideDisks(frame, size, look);
  return (
    <>
      {table ? (
        <Box height={tableRows} overflow="hidden" flexShrink={0}>
          <FilesystemTable {...table} />
        </Box>
      ) : (
        <Rows lines={lack} />
      )}
      <Rows lines={active} />
    </>
  );
}
