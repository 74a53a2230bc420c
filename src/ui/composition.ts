import type { Keymap } from '../keymap/keymap.ts';
import { known } from '../metrics/outcome.ts';
import type { Frame } from '../monitor.ts';
import { printable } from '../units/cells.ts';
import { oneOf } from '../units/nearest.ts';
import { rememberLast } from '../units/remember-last.ts';
import { bodyHeight, layoutOf, listSize, orderIn } from './arrangement.ts';
import { bannerRows, drawBanner } from './banner.ts';
import { drawCompact, drawOneLine } from './compact.ts';
import { drawDetail } from './detail/detail.ts';
import type { Dialog } from './dialog.ts';
import { createBeside, fitLine, type Line, span } from './draw/line.ts';
import { areasOf } from './explain/areas.ts';
import { placeExplanation } from './explain/explain.ts';
import { findValues, meantValue, type ShownValue } from './explain/shown.ts';
import { drawFooter, type Footing } from './footer.ts';
import { captionRoom, createFramed, drawFramed, thumbOf } from './framed.ts';
import { drawHeader } from './header.ts';
import type { Place } from './layout.ts';
import type { Look } from './look.ts';
import { drawNoRoom } from './no-room.ts';
import { drawAlerts } from './overlays/alerts.ts';
import { drawHelp } from './overlays/help.ts';
import { hotkeyOf, panelNamed, panels } from './panels/index.ts';
import type { Size } from './panels/panel.ts';
import type { Processes } from './processes/processes.ts';
import { isBehind, isExplaining, type ScreenState } from './screen-state.ts';
import { drawZoomed } from './zoomed.ts';

/** All that a picture of the screen follows from. */
export interface Scene extends Size {
  readonly state: ScreenState;
  /** What is shown, and what is now: not the same while paused. */
  readonly frame: Frame;
  readonly live: Frame;
  /** Seconds between samples. */
  readonly interval: number;
  /** Fewer frames are drawn, since the terminal is not focused. */
  readonly resting?: boolean;
  /** The interval is longer because a battery gives the power. */
  readonly onBattery?: boolean;
  readonly processes: Processes;
  readonly keymap: Keymap;
}

/** Below this the three numbers that matter most are all there is room for. */
const LEAST = { width: 30, height: 5 };

/** Below this there is no room for a question and all that it names. */
const LEAST_TO_ASK = { width: 40, height: 10 };

/** The whole screen: `height` lines of `width` cells, or one. */
export function drawScreen(scene: Scene, look: Look): readonly Line[] {
  const { width, height, frame } = scene;
  if (!isRoomy(scene)) return [drawOneLine(frame, width, look)];
  const body = { width, height: bodyHeight(frame, height) };
  const lines = [...drawAbove(scene, look), ...drawBody(scene, body, look), ...drawBelow(scene, look)];
  if (scene.state.explained === undefined || !isExplaining(scene.state)) return lines;
  const value = meantValue(findValues(lines, areasOf(scene, look)), scene.state.explained);
  return value ? placeExplanation(lines, value, scene, look) : lines;
}

/** The values that are on the screen, whatever stands before them. */
export function shownValues(scene: Scene, look: Look): readonly ShownValue[] {
  const { state } = scene;
  if (!isRoomy(scene) || state.overlay) return [];
  return findValues(
    drawScreen({ ...scene, state: { ...state, explained: undefined, dialog: undefined } }, look),
    areasOf(scene, look),
  );
}

/** Whether there is room for more than one line. */
export function isRoomy({ width, height }: Size): boolean {
  return width >= LEAST.width && height >= LEAST.height;
}

/** Whether a question can be asked, with all that it is about in sight. */
export function canAsk({ width, height }: Size): boolean {
  return width >= LEAST_TO_ASK.width && height >= LEAST_TO_ASK.height;
}

/** Header and alerts. */
export function drawAbove(scene: Scene, look: Look): readonly Line[] {
  const { state, frame, keymap, width, height } = scene;
  const header = drawHeader(frame, { ...scene, paused: state.paused !== undefined }, look);
  const { firing } = frame.alerts;
  const banner = drawBanner(firing, width, bannerRows(firing, height), look, keymap.keyFor('alerts'));
  return [fitLine(header, width), ...banner];
}

/** Footer. */
export function drawBelow(scene: Scene, look: Look): readonly Line[] {
  return [fitFooter(drawFooter(footingOf(scene, look), look), scene.width)];
}

/** What the footer is drawn of, and what stands where in it follows from. */
export function footingOf(scene: Scene, look: Look): Footing {
  const { state, live, width, keymap } = scene;
  return {
    state,
    now: live.sample.moment.monotonic,
    width,
    keymap,
    canAsk: canAsk(scene),
    isTypedInSight: isTypedInSight(scene),
    note: drawNoRoom(scene, look),
  };
}

/** Only a table of processes that nothing covers is sure to have it. */
function isTypedInSight(scene: Scene): boolean {
  const { state, frame } = scene;
  const { editing, find } = state.processes;
  if (!(editing || find.open) || isExplaining(state) || known(frame.sample.process) === undefined) return false;
  return listSize(state, frame, scene) !== undefined;
}

const fitFooter = rememberLast(fitLine);

/** What stands before the panels in a body of this size, all of its lines; undefined where nothing does. */
export function coverLines(
  { overlay, detail }: ScreenState,
  frame: Frame,
  { width, height }: Size,
  keymap: Keymap,
  look: Look,
): readonly Line[] | undefined {
  switch (overlay) {
    case 'help':
      return drawHelp(keymap, width - 4, look);
    case 'alerts':
      return drawAlerts(frame.alerts, width - 4, look);
  }
  const inner = { width: width - 4, height: height - 2 };
  return detail && drawDetail(detail, frame.sample.moment.monotonic, inner, look, keymap.keyFor('copy-command'));
}

/** The room inside of a dialog's border. */
export function dialogSize(body: Size): Size {
  return { width: body.width - 4, height: body.height - 2 };
}

/** What stands inside of a dialog's border. */
export function dialogLines(dialog: Dialog, frame: Frame, body: Size, look: Look): readonly Line[] {
  const inner = dialogSize(body);
  return dialog.draw(frame, inner, look).slice(0, inner.height);
}

function drawBody(scene: Scene, body: Size, look: Look): readonly Line[] {
  const lines = drawBehind(scene, body, look).slice(0, body.height);
  const whole = Array.from({ length: body.height }, (_, row) => lines[row] ?? []);
  return scene.state.dialog && canAsk(scene) ? placeDialog(scene.state.dialog, whole, scene.frame, body, look) : whole;
}

/** At the bottom, over what stands there: the rows above stay in sight. */
function placeDialog(dialog: Dialog, behind: readonly Line[], frame: Frame, body: Size, look: Look): readonly Line[] {
  const lines = dialogLines(dialog, frame, body, look);
  const options = { width: body.width, height: lines.length + 2, title: dialog.title, accent: look.theme.title, focused: true };
  const framed = drawFramed(lines, options, look);
  return [...behind.slice(0, body.height - framed.length), ...framed];
}

function drawBehind(scene: Scene, body: Size, look: Look): readonly Line[] {
  const { state, frame, processes, keymap } = scene;
  const cover = coverLines(state, frame, body, keymap, look);
  if (cover) return drawCover(cover, state, body, look);
  if (state.zoomed && state.focus) {
    const size = { ...body, scroll: state.scroll, behind: isBehind(state) };
    return drawZoomed(panelNamed(state.focus), frame, size, look, processes, keymap);
  }
  const shown = panels.filter((panel) => state.visible.includes(panel.name));
  if (shown.length === 0) return [[span(` No panel is shown${hintOf(keymap)}.`, look.theme.dim)]];
  const layout = layoutOf(frame, state, body);
  if (layout.kind === 'compact') return drawCompact(shown, frame, body, look, processes, orderIn(frame, state));
  return layout.bands.flatMap((band, i) => {
    const columns = band.map((column) => column.flatMap((place) => drawPlaced(place, scene, look)));
    besides[i] ??= createBeside();
    return besides[i](columns, Math.max(...columns.map((column) => column.length)));
  });
}

/** From frame to frame most rows stay as they are: of each band, and of each panel, what was drawn last. */
const besides: ReturnType<typeof createBeside>[] = [];
const frames = new Map(panels.map(({ name }) => [name, createFramed()]));

/** How to show a panel. */
function hintOf(keymap: Keymap): string {
  const keys = panels.flatMap(({ name }) => hotkeyOf(name, keymap) ?? []);
  return keys.length === 0 ? '' : `: press ${oneOf(keys)}`;
}

/** As much of them as there is room for, from where the state is scrolled to. */
export function drawCover(lines: readonly Line[], state: ScreenState, { width, height }: Size, look: Look): readonly Line[] {
  const inner = height - 2;
  const scroll = Math.min(state.scroll, Math.max(0, lines.length - inner));
  const shown = lines.slice(scroll, scroll + inner);
  const from = `${scroll + 1}–${scroll + shown.length} of ${lines.length}`;
  const caption = shown.length < lines.length ? [span(`${from}  ↑↓`, look.theme.dim)] : [];
  const thumb = thumbOf(lines.length, shown.length, scroll, 0);
  const options = {
    width,
    height,
    title: titleOf(state),
    accent: look.theme.title,
    focused: true,
    behind: isBehind(state),
    caption,
    thumb,
  };
  return drawFramed(shown, options, look);
}

function titleOf({ overlay, detail }: ScreenState): string {
  return overlay ?? (detail ? printable(`${detail.process.name} ${detail.process.pid}`) : '');
}

function drawPlaced(
  { panel: name, width, height }: Place,
  { state, frame, processes, keymap }: Scene,
  look: Look,
): readonly Line[] {
  const panel = panelNamed(name);
  const caption = panel.caption?.(frame, look, processes, captionRoom(panel.title, width));
  const lines = panel.draw(frame, { width: width - 4, height: height - 2, scroll: 0 }, look, processes);
  const options = {
    width,
    height,
    title: panel.title,
    hotkey: hotkeyOf(name, keymap),
    accent: look.theme[panel.accent],
    focused: state.focus === name,
    behind: isBehind(state),
    thumb: panel.thumb?.(frame, { width: width - 4, height: height - 2 }, processes),
    ...(caption && { caption }),
  };
  return (frames.get(name) ?? drawFramed)(lines, options, look);
}
