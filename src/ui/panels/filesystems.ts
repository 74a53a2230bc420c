import type { ValueOf } from '../../metrics/index.ts';
import { cellWidth, padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { formatBytesShort, formatPercent } from '../../units/format.ts';
import { type Line, type Span, span, telling } from '../draw/line.ts';
import { colorOfShare } from '../draw/share-color.ts';
import type { Look } from '../look.ts';

type Filesystem = ValueOf<'filesystem'>[number];

/** One filesystem as texts, by column. Bars are written in BAR and TRACK. */
export type FilesystemRow = Readonly<Record<string, string>>;

export interface FilesystemTexts {
  readonly rows: readonly FilesystemRow[];
  readonly columns: readonly { readonly key: string; readonly align: 'left' | 'right' }[];
  /** Where those of the rows are mounted, as it isn't written there in full. */
  readonly mounts: readonly string[];
}

/** The filesystems as texts: the columns that fit, each cell as wide as its column. What doesn't fit below is counted. */
export function tabulateFilesystems(filesystems: readonly Filesystem[], width: number, rows: number): FilesystemTexts {
  const mounts = filesystems.map((one) => printable(one.silent ? `${one.mount} ${one.silent}` : one.mount));
  // ink-table pads by String.length: what wide characters take beyond that must be left free.
  const surplus = Math.max(0, ...mounts.map((mount) => cellWidth(mount) - mount.length));
  const longest = Math.max('Mounted'.length, ...mounts.map((mount) => mount.length + surplus));
  // The first has no margin before it.
  let room = width - MARGIN / 2;
  const fitting = columnsFor(width).filter((column, i) => {
    if (room - column.width - MARGIN < Math.min(longest, i < 2 ? LEAST_MOUNT : MOST_MOUNT)) return false;
    room -= column.width + MARGIN;
    return true;
  });
  const columns = fitting.toSorted((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key));
  const shown = filesystems.length > rows ? filesystems.slice(0, Math.min(rows, Math.max(1, rows - 1))) : filesystems;
  const rest = filesystems.length - shown.length;
  const table: FilesystemRow[] = shown.map((one, i) => {
    const mounted = mounts[i] ?? '';
    const fits = cellWidth(mounted) <= room - surplus;
    const textOf = (column: Column) =>
      one.silent === undefined ? column.text(one) : fits ? '–' : drawSilence(one.silent, column);
    return {
      ...Object.fromEntries(columns.map((column) => [column.key, fillCell(textOf(column), column)])),
      Mounted: truncateCells(fits ? mounted : printable(one.mount), room - surplus),
    };
  });
  const blank = Object.fromEntries(columns.map((column) => [column.key, ' '.repeat(column.width)]));
  if (rest > 0 && rows > shown.length) table.push({ ...blank, Mounted: truncateCells(`and ${rest} more`, room) });
  return {
    rows: table,
    columns: [...columns.map(({ key, align }) => ({ key, align })), { key: 'Mounted', align: 'left' as const }],
    mounts: shown.map(({ mount }) => mount),
  };
}

/** The same as lines: a head, and a line each. */
export function drawFilesystems({ rows, columns, mounts }: FilesystemTexts, look: Look): readonly Line[] {
  const [first] = rows;
  const head = columns.map(({ key, align }, i): Span => {
    const width = i === columns.length - 1 ? key.length : cellWidth(first?.[key] ?? '');
    const text = align === 'right' ? padCellsStart(key, width) : padCells(key, width);
    return telling(span(`${marginBefore(i)}${text} `, look.theme.dim), tellsOf(key));
  });
  return [
    head,
    ...rows.map((row, i) =>
      columns.flatMap(({ key }, column) => [
        span(marginBefore(column)),
        ...tellAll(drawFilesystemCell(row[key] ?? '', look), key, mounts[i]),
        span(' '),
      ]),
    ),
  ];
}

function marginBefore(column: number): string {
  return column === 0 ? '' : ' ';
}

function tellAll(cell: Line, key: string, mount: string | undefined): Line {
  return mount === undefined ? cell : cell.map((part) => telling(part, tellsOf(key), mount));
}

function tellsOf(column: string): string {
  return TELLS[column] ?? 'filesystem.usage';
}

const TELLS: Readonly<Record<string, string>> = {
  Avail: 'filesystem.available',
  Size: 'filesystem.total',
  Used: 'filesystem.used',
  Type: 'filesystem.type',
  Inodes: 'filesystem.inodes_usage',
  Mounted: 'filesystem.mount',
};

/** A cell in its colours: they follow from its text, which is all that a table of texts knows of it. */
export function drawFilesystemCell(text: string, look: Look): Line {
  const bar = BAR_TEXT.exec(text);
  if (bar?.[2] || bar?.[3]) {
    const [, before = '', filled = '', empty = '', after = ''] = bar;
    return [
      span(before),
      span(look.glyphs.bar.repeat(filled.length), look.ramp(filled.length / (filled.length + empty.length))),
      span(look.glyphs.track.repeat(empty.length), look.theme.track),
      span(after),
    ];
  }
  const percent = /([\d.]+)%/.exec(text);
  return [span(text, percent ? colorOfShare(Number(percent[1]) / 100, look) : look.theme.text)];
}

const BAR = '■';
const TRACK = '·';
const BAR_TEXT = new RegExp(`^( *)(${BAR}*)(${TRACK}*)( *)$`);

/** What mount points get before all columns but use, if they are that long; and before those, too. */
const MOST_MOUNT = 26;
const LEAST_MOUNT = 16;
/** ink-table's margin around each cell, both sides together. */
export const MARGIN = 2;

interface Column {
  readonly key: string;
  readonly width: number;
  readonly align: 'left' | 'right';
  text(one: Filesystem): string;
}

/** As df has them, in the order of importance. The mount point is the last in the table, with the rest of the room. */
const columnsFor = (width: number): readonly Column[] => [
  { key: 'Use%', width: 6, align: 'right', text: (one) => formatPercent(one.usage) },
  barColumn(width < 50 ? 6 : 14),
  { key: 'Avail', width: 5, align: 'right', text: (one) => formatBytesShort(one.available) },
  { key: 'Size', width: 5, align: 'right', text: (one) => formatBytesShort(one.total) },
  { key: 'Used', width: 5, align: 'right', text: (one) => formatBytesShort(one.used) },
  { key: 'Type', width: 8, align: 'left', text: (one) => truncateCells(printable(one.type), 8) },
  { key: 'Inodes', width: 6, align: 'right', text: (one) => formatPercent(one.inodesUsage) },
];
const ORDER = ['use', 'Use%', 'Used', 'Size', 'Avail', 'Inodes', 'Type'];

/** Why one does not answer stands in place of its bar, where there is no room behind its name. */
function drawSilence(silent: string, { key, width }: Column): string {
  return key === 'use' ? truncateCells(printable(silent), width) : '–';
}

function barColumn(width: number): Column {
  return { key: 'use', width, align: 'left', text: (one) => drawBar(one.usage, width) };
}

/** Always the full width of its column, so that columns don't move when values do. */
function fillCell(text: string, { width, align }: Column): string {
  return align === 'right' ? padCellsStart(text, width) : padCells(text, width);
}

function drawBar(usage: number | undefined, width: number): string {
  if (usage === undefined) return ' '.repeat(width);
  const filled = Math.min(width, Math.max(usage > 0 ? 1 : 0, Math.round(usage * width)));
  return BAR.repeat(filled) + TRACK.repeat(width - filled);
}
