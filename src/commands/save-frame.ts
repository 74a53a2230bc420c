import type { Settings } from '../config/settings.ts';
import type { Observed } from '../exporters/document.ts';
import { encodeJson } from '../exporters/json.ts';
import { saveSnapshot, snapshotFileName } from '../exporters/save.ts';

/** What the key that saves does: the sample as a document, under the name of its time. Answers with its path; throws as `saveSnapshot` does. */
export function saveFrame({ sample, alerts }: Observed, settings: Settings): Promise<string> {
  return saveSnapshot(settings.snapshotFolder, snapshotFileName(sample.moment.time), encodeJson({ sample, alerts }, settings));
}
