import { Table } from 'ink-table';
import { memo, type PropsWithChildren } from 'react';
import { span } from '../draw/line.ts';
import { useLook } from '../LookContext.ts';
import { Row } from '../Rows.tsx';
import { drawFilesystemCell, type FilesystemTexts, MARGIN } from './filesystems.ts';

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

function Heading(props: CellProps) {
  return <Row line={[span(textOf(props), useLook().theme.dim)]} />;
}

function Cell(props: CellProps) {
  return <Row line={drawFilesystemCell(textOf(props), useLook())} />;
}

/** ink-table tells a cell its text, with a margin at both sides, and the number of its column. */
type CellProps = PropsWithChildren<{ readonly column?: number }>;

/** The first column begins where all else in the panel does. */
function textOf({ children, column }: CellProps): string {
  return String(children).slice(column === 0 ? MARGIN / 2 : 0);
}

/** No rules between rows and columns: the density is worth more. */
function Nothing() {
  return null as never;
}
