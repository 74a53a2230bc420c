#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { isatty } from 'node:tty';
import { setFlagsFromString } from 'node:v8';

// Before anything is allocated: keep V8's space for new objects at its first size. The live view wakes once a second and gains
// nothing from letting it grow to 32 MB; it stays 14 MB (Node 20) to 24 MB (Node 24) smaller without. What only runs once
// would start some 15 ms slower, and has no terminal.
if (isatty(1)) setFlagsFromString('--semi-space-growth-factor=1');

const program = new URL('../dist/main.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('sysmon: not built yet; run "npm ci" in the checkout first');
  process.exitCode = 1;
}
