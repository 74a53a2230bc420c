import { formatDoctor } from '../exporters/doctor.ts';
import { EVERYBODY } from '../metrics/process/attention.ts';
import type { Outside } from './outside.ts';
import { firstFrame, openSession, type SessionOptions } from './session.ts';

/** What can be measured here, what can't, and what would change that. */
export async function runDoctor(options: SessionOptions, outside: Outside): Promise<void> {
  const frame = await firstFrame(openSession({ ...options, attention: EVERYBODY }));
  await outside.write(formatDoctor(frame.sample));
}
