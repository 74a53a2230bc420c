import { encodeJson } from '../exporters/json.ts';
import { saveSnapshot } from '../exporters/save.ts';
import { formatHost } from '../exporters/text/host.ts';
import { encodeText } from '../exporters/text/summary.ts';
import type { Outside } from './outside.ts';
import { firstFrame, openSession, type SessionOptions } from './session.ts';

export interface DemoOptions extends SessionOptions {
  /** Where the snapshot goes; absent: it isn't written. */
  readonly saveFolder?: string;
}

const FILE = 'demo_snapshot.json';

/** Host facts, one summary, and the sample as a file. */
export async function runDemo(options: DemoOptions, outside: Outside): Promise<void> {
  const frame = await firstFrame(openSession(options));
  await outside.write(`${formatHost(frame.sample)}\n${encodeText(frame, options.settings)}`);
  if (options.saveFolder === undefined) return;
  const file = await saveSnapshot(options.saveFolder, FILE, encodeJson(frame), { replace: true });
  await outside.write(`saved ${file}\n`);
}
