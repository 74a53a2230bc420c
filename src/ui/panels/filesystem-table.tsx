import { Table } from 'ink-table';
import { memo, type PropsWithChildren } from 'react';
import { span } from '../draw/line.ts';
import { useLook } from '../LookContext.ts';
import { Row } from '../Rows.tsx';
import { drawFilesystemCell, type FilesystemTexts } from './filesystems.ts';

/**
 * The table of filesystems, by ink-table. It remounts each row that changed and measures by String.length, so it is drawn
 * again only when a text in it changed, and the one column that may hold wide characters is the last, where nothing follows.
 */
export const FilesystemTable = memo(
  function FilesystemTable({ rows, columns }: FilesystemTexts) {
    return <Table data={[...rows]} columns={[...columns]} header={Heading} cell={Cell} skeleton={Nothing} />;
  },
  (before, after) => JSON.stringify(before) === JSON.stringify(after),
);

function Heading({ children }: PropsWithChildren) {
  return <Row line={[span(String(children), useLook().theme.dim)]} />;
}

/** ink-table tells a cell its text only. */
function Cell({ children }: PropsWithChildren) {
  return <Row line={drawFilesystemCell(String(children), useLook())} />;
}

/** No rules between rows and columns: the density is worth more. */
function Nothing() {
  return null as never;
}
