import { encodeJson } from '../exporters/json.ts';
import { saveSnapshot } from '../exporters/save.ts';
import { formatHost } from '../exporters/text/host.ts';
import { encodeText } from '../exporters/text/summary.ts';
import { EVERYBODY } from '../metrics/process/attention.ts';
import type { Outside } from './outside.ts';
import { firstFrame, openSession, type SessionOptions } from './session.ts';

const FILE = 'demo_snapshot.json';

/** Host facts, one summary, and the sample as a file. */
export async function runDemo(options: SessionOptions, outside: Outside): Promise<void> {
  const frame = await firstFrame(openSession({ ...options, attention: EVERYBODY }));
  await outside.write(`${formatHost(frame.sample)}\n${encodeText(frame, options.settings)}`);
  const { save, saveFolder, snapshotFolder } = options.settings;
  if (!save) return;
  const file = await saveSnapshot(saveFolder ?? snapshotFolder, FILE, encodeJson(frame, options.settings), { replace: true });
  await outside.write(`saved ${file}\n`);
}
