import { expect, test } from 'vitest';
import { firstFrame, openSession } from '../../src/commands/session.ts';
import { parseConfigDocument } from '../../src/config/document.ts';
import { resolveSettings } from '../../src/config/resolve.ts';
import { known } from '../../src/metrics/outcome.ts';

function settingsOf(text: string) {
  const file = { path: 'c.yaml', ...parseConfigDocument(text) };
  return resolveSettings({ flags: { root: 'test/fixtures/server' }, environment: {}, file }).settings;
}

async function ratesAreRead(atStart: string, now: string): Promise<boolean> {
  const settings = settingsOf(now);
  const session = openSession({ settings: settingsOf(atStart), settingsNow: () => settings, interval: 1, hasty: true });
  const { sample } = await firstFrame(session);
  return known(sample.process)?.all.some(({ readRate }) => readRate !== undefined) ?? false;
}

test('what a rule watches is read from when the rule is there, and no longer', async () => {
  const watching = 'alerts: ["process.all.read_rate > 1"]\n';
  expect(await ratesAreRead('', watching)).toBe(true);
  expect(await ratesAreRead(watching, '')).toBe(false);
});
