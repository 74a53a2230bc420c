import type { Settings } from '../config/settings.ts';
import { createKeymap } from '../keymap/keymap.ts';
import { known } from '../metrics/outcome.ts';
import type { Frame } from '../monitor.ts';
import { formatDateTime } from '../units/format.ts';
import { panelsInSight } from './arrangement.ts';
import { drawOneLine } from './compact.ts';
import { drawScreen, type Scene } from './composition.ts';
import { type Line, spellLine } from './draw/line.ts';
import type { Look } from './look.ts';
import { focusInSight } from './panel-focus.ts';
import { listProcesses } from './processes/listing.ts';
import { initialState } from './screen-state.ts';
import { encodeSvg } from './svg/svg.ts';

/** What is on the screen before any key was pressed. */
export function sceneAtStart(
  frame: Frame,
  settings: Pick<Settings, 'panels' | 'preset' | 'layouts' | 'processColumns' | 'keys'>,
  place: Pick<Scene, 'width' | 'height' | 'interval'>,
): Scene {
  const { panels, processColumns, keys } = settings;
  const start = initialState(panels, processColumns, settings);
  const state = focusInSight(start, panelsInSight(start, frame, place));
  const processes = { view: state.processes, listing: listProcesses(frame.sample.process, state.processes) };
  return { ...place, state, frame, live: frame, processes, keymap: createKeymap(keys) };
}

/** The scene as an SVG picture. A terminal's own colours are those that the look's theme is made for. */
export function encodeScreenshot(scene: Scene, look: Look): string {
  const lines = drawScreen(scene, look);
  const { colors, background } = look.palette;
  const { sample } = scene.frame;
  const name = known(sample.host)?.name;
  return encodeSvg(look.ascii ? lines.map(spellLine) : lines, {
    foreground: colors.text,
    background,
    width: scene.width,
    height: scene.height,
    title: `sysmon${name === undefined ? '' : ` on ${name}`}, ${formatDateTime(sample.moment.time)}`,
    description: textOf(drawOneLine(scene.frame, scene.width, look)).trim(),
  });
}

function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}
