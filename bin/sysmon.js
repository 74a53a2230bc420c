#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

// Before anything runs; docs/decisions/8-cost.md has what each gives. What runs once a second hardly ever earns back what it costs
// to compile it for speed: V8 does that after ten times as much use as usual. It complains of names that it doesn't know.
const engine = Number.parseInt(versions.v8, 10);
if (engine === 11) setFlagsFromString('--interrupt-budget=1320000');
if (engine >= 12) setFlagsFromString('--invocation-count-for-turbofan=30000');
if (engine >= 12) setFlagsFromString('--invocation-count-for-maglev=4000');
// Waking four threads to collect one or two megabytes costs more than collecting them.
setFlagsFromString('--no-parallel-scavenge');

// The space for new objects doubles whenever much of it is in use, up to 30 MB; what it has by the time a screen is up is enough.
setTimeout(() => setFlagsFromString('--semi-space-growth-factor=1'), 1000).unref();

const program = new URL('../dist/main.js', import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  console.error('sysmon: not built yet; run "npm ci" in the checkout first');
  process.exitCode = 1;
}
