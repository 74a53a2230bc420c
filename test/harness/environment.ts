import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** Environment variables; undefined takes one away. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What a program finds that a new user starts: an empty home folder, no settings of whoever runs the tests. */
export function cleanEnvironment(changes: Variables = {}): Record<string, string> {
  const variables: Variables = {
    PATH: process.env.PATH,
    HOME: temporaryFolder(),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    TERM: 'xterm-256color',
    // Each has a home of its own, in which no code is kept from another start.
    NODE_DISABLE_COMPILE_CACHE: '1',
    ...changes,
  };
  return Object.fromEntries(Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** A new empty folder, which goes when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sysmon-test-'));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
