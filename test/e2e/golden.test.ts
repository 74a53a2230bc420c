import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { expectGolden } from '../harness/golden.ts';
import { machineNames } from '../harness/machine.ts';
import { run } from '../harness/run.ts';
import { schemaErrors } from '../harness/snapshot.ts';

/** What the whole program says of each recorded machine, as it was looked at and approved. */
describe.each(machineNames)('the machine %s', (name) => {
  const root = path.join('test', 'fixtures', name);

  test.each([
    { as: 'json', args: ['--json'] },
    { as: 'txt', args: ['-n', '1'] },
    { as: 'doctor.txt', args: ['doctor'] },
  ])('is told as it was approved, as $as', async ({ as, args }) => {
    const { stdout, stderr, code } = await run(['--root', root, ...args]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    if (as === 'json') expect(schemaErrors(JSON.parse(stdout))).toEqual([]);
    await expectGolden(fileURLToPath(new URL(`../golden/${name}.${as}`, import.meta.url)), stdout);
  });

  test('ends with its second instant, whatever the interval', async () => {
    const { stdout, code } = await run(['--root', root, '--ndjson', '--interval', '0.1']);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  });
});
