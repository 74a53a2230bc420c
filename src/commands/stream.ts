import { type FormatName, formats } from '../exporters/index.ts';
import { encodeJson } from '../exporters/json.ts';
import { saveSnapshot, snapshotFileName } from '../exporters/save.ts';
import { EVERYBODY, NOBODY } from '../metrics/process/attention.ts';
import type { Seconds } from '../units/quantity.ts';
import type { Outside } from './outside.ts';
import { framesOf, openSession, type SessionOptions } from './session.ts';

export interface StreamOptions extends SessionOptions {
  readonly format: FormatName;
  /** Stop after so many samples. */
  readonly count?: number;
  /** Stop after so much time. */
  readonly duration?: Seconds;
}

/** Timers are a little late: this share of an interval beyond the time still counts as in time. */
const LATE = 0.1;

/** Samples as text, one after the other, until the count, the time, or a recording is up. */
export async function runStream(options: StreamOptions, outside: Outside): Promise<void> {
  const encode = formats[options.format];
  // Text for people doesn't tell what costs more to read.
  const attention = options.format === 'text' && options.settings.saveFolder === undefined ? NOBODY : EVERYBODY;
  let seen = 0;
  let began: Seconds | undefined;
  for await (const frame of framesOf(openSession({ ...options, attention }))) {
    await outside.write(encode(frame, options.settings));
    const { saveFolder } = options.settings;
    if (saveFolder !== undefined) {
      await saveSnapshot(saveFolder, snapshotFileName(frame.sample.moment.time), encodeJson(frame, options.settings));
    }
    seen += 1;
    began ??= frame.sample.moment.monotonic;
    const next = frame.sample.moment.monotonic - began + options.interval;
    if (seen === options.count || (options.duration !== undefined && next > options.duration + LATE * options.interval)) return;
  }
}
