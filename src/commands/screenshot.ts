import { homedir } from 'node:os';
import path from 'node:path';
import { expandHome } from '../config/location.ts';
import type { ScreenSize } from '../config/settings.ts';
import { replaceFile } from '../exporters/save.ts';
import { EVERYBODY } from '../metrics/process/attention.ts';
import type { Palette } from '../themes/palette.ts';
import { createLook } from '../ui/look.ts';
import { encodeScreenshot, sceneAtStart } from '../ui/screenshot.ts';
import { depthOf } from '../ui/theme/depth.ts';
import type { Outside } from './outside.ts';
import { frameAfter, openSession, type SessionOptions } from './session.ts';

export interface ScreenshotOptions extends SessionOptions {
  /** `-` is standard output. */
  readonly file: string;
  readonly size: ScreenSize;
  readonly palette: Palette;
  /** Draw after so many samples; absent: after the first, or where a recording ends. */
  readonly count?: number;
}

/** The live view as it would be at its start, drawn into a file. A terminal isn't needed, nor are React and Ink. */
export async function runScreenshot(
  { file, size, count, palette, ...options }: ScreenshotOptions,
  outside: Outside,
): Promise<void> {
  const { settings, interval } = options;
  const session = openSession({ ...options, attention: EVERYBODY, hasty: true });
  const frame = await frameAfter(session, count ?? (session.recorded ? Number.POSITIVE_INFINITY : 1));
  const scene = sceneAtStart(frame, settings, { interval, width: size.columns, height: size.rows });
  const svg = encodeScreenshot(scene, createLook(settings, depthOf(settings.color, 3), palette));
  if (file === '-') return outside.write(svg);
  const target = path.normalize(expandHome(file, homedir()));
  await replaceFile(target, svg);
  await outside.write(`saved ${target}\n`);
}
