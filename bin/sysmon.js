#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../dist/main.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('sysmon: not built yet; run "npm ci" in the checkout first');
  process.exitCode = 1;
}
