import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** Files by absolute path, as on the system: their text, or where a symbolic link points to. */
export type Tree = Readonly<Record<string, string | { readonly link: string }>>;

/** Writes a tree into a temporary folder, which goes when the test file ends. Returns the folder: a root for `createDoor`. */
export function writeTree(files: Tree): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'sysmon-tree-'));
  roots.push(root);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (typeof content === 'string') writeFileSync(file, content);
    else symlinkSync(content.link, file);
  }
  return root;
}

const roots: string[] = [];

/** A crowd has tens of thousands of files, which takes its time on a busy disk. */
const PATIENCE_MS = 600_000;

afterAll(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
}, PATIENCE_MS);
