import { Text } from 'ink';
import { Table } from 'ink-table';
import { memo, type PropsWithChildren } from 'react';
import { cellWidth } from '../../units/cells.ts';
import { toAscii } from '../glyphs.ts';
import { useLook } from '../LookContext.ts';

/** One filesystem as texts, by column. Bars are written in BAR and TRACK. */
export type FilesystemRow = Readonly<Record<string, string>>;

export interface FilesystemTableProps {
  readonly rows: readonly FilesystemRow[];
  readonly columns: readonly { readonly key: string; readonly align: 'left' | 'right' }[];
}

export const BAR = '■';
export const TRACK = '·';

/**
 * The table of filesystems, by ink-table. It remounts each row that changed and measures by String.length, so it is drawn
 * again only when a text in it changed, and the one column that may hold wide characters is the last, where nothing follows.
 */
export const FilesystemTable = memo(
  function FilesystemTable({ rows, columns }: FilesystemTableProps) {
    return <Table data={[...rows]} columns={[...columns]} header={Heading} cell={Cell} skeleton={Nothing} />;
  },
  (before, after) => JSON.stringify(before) === JSON.stringify(after),
);

function Heading({ children }: PropsWithChildren) {
  return <Colored color={useLook().theme.dim}>{String(children)}</Colored>;
}

/** ink-table tells a cell its text only; what colour it has follows from that. */
function Cell({ children }: PropsWithChildren) {
  const look = useLook();
  const text = String(children);
  const bar = new RegExp(`^( *)(${BAR}*)(${TRACK}*)( *)$`).exec(text);
  if (bar?.[2] || bar?.[3]) {
    const [, before = '', filled = '', empty = '', after = ''] = bar;
    return (
      <Text>
        {before}
        <Colored color={look.ramp(filled.length / (filled.length + empty.length))}>
          {look.glyphs.bar.repeat(filled.length)}
        </Colored>
        <Colored color={look.theme.track}>{look.glyphs.track.repeat(empty.length)}</Colored>
        {after}
      </Text>
    );
  }
  const percent = /([\d.]+)%/.exec(text);
  return <Colored color={percent ? look.ramp(Number(percent[1]) / 100) : look.theme.text}>{text}</Colored>;
}

function Colored({ color, children }: { readonly color: string | undefined; readonly children: string }) {
  const { ascii } = useLook();
  const text = ascii ? toAscii(children, cellWidth) : children;
  return (
    <Text wrap="truncate-end" {...(color !== undefined && { color })}>
      {text}
    </Text>
  );
}

/** No rules between rows and columns: the density is worth more. */
function Nothing() {
  return null as never;
}
