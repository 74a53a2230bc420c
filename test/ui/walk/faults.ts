import { bodyHeight, boxesOf, layoutOf, listSize } from '../../../src/ui/arrangement.ts';
import { canAsk, coverLines, dialogLines, drawScreen, isRoomy, type Scene, shownValues } from '../../../src/ui/composition.ts';
import { type Line, lineWidth, spellLine } from '../../../src/ui/draw/line.ts';
import { explanationOf } from '../../../src/ui/explain/explain.ts';
import { meantValue } from '../../../src/ui/explain/shown.ts';
import type { Look } from '../../../src/ui/look.ts';
import { windowStart } from '../../../src/ui/processes/view.ts';
import { isBehind, isCovered, isExplaining } from '../../../src/ui/screen-state.ts';
import { cellWidth } from '../../../src/units/cells.ts';
import { textOf, textsOf } from '../../harness/look.ts';

/** Whether the selected process can be seen; undefined where there is none, or no list. */
export function isSelectionInSight({ state, frame, processes, ...screen }: Scene): boolean | undefined {
  const size = isRoomy(screen) && !isCovered(state) ? listSize(state, frame, screen) : undefined;
  const { selected } = state.processes;
  // Samples made up at random have processes without an id, which none is not.
  const at = selected === undefined ? -1 : processes.listing.ids.indexOf(selected);
  if (size === undefined || at < 0) return undefined;
  const start = windowStart(state.processes, { ...processes.listing, height: size.height });
  return at >= start && at < start + size.height;
}

interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly focused: boolean;
}

/** What is wrong with what is drawn of a scene. */
export function faultsOf(scene: Scene, look: Look, fresh: Look): readonly string[] {
  const drawn = drawScreen(scene, look);
  const shown = look.ascii ? drawn.map(spellLine) : drawn;
  const height = isRoomy(scene) ? scene.height : 1;
  return [
    ...(shown.length === height ? [] : [`${shown.length} rows of ${height}`]),
    ...shown.flatMap((line, row) =>
      wrongIn(line, scene.width, look).map((fault) => `row ${row}: ${fault}: ${JSON.stringify(textOf(line))}`),
    ),
    ...(isRoomy(scene) ? brokenBoxes(scene, shown, look) : []),
    ...(same(drawn, drawScreen(scene, fresh)) ? [] : ['drawn anew it is another picture']),
  ];
}

function wrongIn(drawn: Line, width: number, { ascii }: Look): readonly string[] {
  const line = textOf(drawn);
  return [
    ...(lineWidth(drawn) > width ? [`${lineWidth(drawn)} cells of ${width}`] : []),
    ...(/\p{Cc}|\p{Cf}|\p{Cs}|[\u2028\u2029]/u.test(line) ? ['a control character'] : []),
    ...(/undefined|NaN|Infinity|\[object|(?<![\w./:+-])-0(\.0+)?(?![\w./:-])/.test(line) ? ['no text for people'] : []),
    ...(ascii && /[^\x20-\x7e]/.test(line) ? ['not ASCII'] : []),
  ];
}

/** Where a border should stand and doesn't; and the focus, which is told once. */
function brokenBoxes(scene: Scene, shown: readonly Line[], look: Look): readonly string[] {
  const { border } = look.glyphs;
  const mark = look.ascii ? '>' : '▸';
  const cells = shown.map((line) => line.flatMap(({ text }) => cellsOf(text)));
  const lines = textsOf(shown);
  const boxes = boxesIn(scene, look);
  const [from, to] = hiddenRows(scene, look);
  const faults: string[] = [];
  let marks = 0;
  for (const { name, x, y, width, height, focused } of boxes) {
    const expect = (row: number, column: number, signs: readonly (string | undefined)[]) => {
      if (row >= from && row < to && name !== 'explanation' && name !== 'dialog') return;
      const found = cells[row]?.[column];
      if (!signs.includes(found))
        faults.push(
          `${name}: ${JSON.stringify(found)} at row ${row}, column ${column}, not ${signs.join(' or ')}: ${JSON.stringify(lines[row])}`,
        );
    };
    const [right, bottom] = [x + width - 1, y + height - 1];
    expect(y, x, [border.topLeft]);
    expect(y, right, [border.topRight]);
    expect(bottom, x, [border.bottomLeft]);
    expect(bottom, right, [border.bottomRight]);
    for (let row = y + 1; row < bottom; row += 1) {
      expect(row, x, [border.left]);
      expect(row, right, [border.right, border.thumb]);
    }
    for (let column = x + 1; column < right; column += 1) expect(bottom, column, [border.bottom]);
    const hidden = y >= from && y < to && name !== 'explanation' && name !== 'dialog';
    const marked = !hidden && cells[y]?.[x + 3] === mark;
    if (!hidden && marked !== focused) faults.push(`${name} ${marked ? 'has' : 'lacks'} the mark of the focus`);
    if (marked) marks += 1;
  }
  if (marks > 1) faults.push(`${marks} have the focus`);
  return faults;
}

function boxesIn(scene: Scene, look: Look): readonly Box[] {
  const { state, frame, width, height, keymap } = scene;
  const body = { width, height: bodyHeight(frame, height) };
  const top = height - 1 - body.height;
  const front: Box[] = [];
  const whole = (name: string): Box => ({ name, x: 0, y: top, ...body, focused: !isBehind(state) });
  if (state.dialog && canAsk(scene)) {
    const rows = dialogLines(state.dialog, frame, body, look).length + 2;
    front.push({ name: 'dialog', x: 0, y: height - 1 - rows, width, height: rows, focused: true });
  }
  const explained = explanationIn(scene, look);
  if (explained)
    front.push({ name: 'explanation', x: 0, y: explained.top, width, height: explained.lines.length, focused: true });
  if (isCovered(state)) return [...(coverLines(state, frame, body, keymap, look) ? [whole('cover')] : []), ...front];
  if (state.zoomed && state.focus) return [whole('zoomed'), ...front];
  const layout = layoutOf(frame, state, body);
  if (layout.kind === 'compact') return front;
  return [
    ...boxesOf(layout.bands).map((box) => ({
      ...box,
      y: box.y + top,
      name: box.panel,
      focused: box.panel === state.focus && !isBehind(state),
    })),
    ...front,
  ];
}

function explanationIn(scene: Scene, look: Look) {
  const { explained } = scene.state;
  if (explained === undefined || !isExplaining(scene.state)) return undefined;
  const value = meantValue(shownValues(scene, look), explained);
  return value && explanationOf(value, scene, look);
}

/** The rows before which something else stands. */
function hiddenRows(scene: Scene, look: Look): readonly [from: number, to: number] {
  const front = boxesIn(scene, look).find(({ name }) => name === 'dialog' || name === 'explanation');
  return front ? [front.y, front.y + front.height] : [scene.height, scene.height];
}

const graphemes = new Intl.Segmenter();

/** A line as its cells; a wide character takes two, of which the second is empty. */
function cellsOf(line: string): readonly string[] {
  return [...graphemes.segment(line)].flatMap(({ segment }) => {
    const width = cellWidth(segment);
    return width === 0 ? [] : [segment, ...Array<string>(width - 1).fill('')];
  });
}

function same(one: readonly Line[], other: readonly Line[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
