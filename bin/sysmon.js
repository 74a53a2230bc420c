#!/usr/bin/env node
const { existsSync } = require('node:fs');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { loadProgram } = require('./load.js');

// Before anything runs; docs/decisions/8-cost.md has what each gives. What runs once a second hardly ever earns back what it costs
// to compile it for speed: V8 does that after ten times as much use as usual. It complains of names that it doesn't know.
const engine = Number.parseInt(process.versions.v8, 10);
if (engine === 11) setFlagsFromString('--interrupt-budget=1320000');
if (engine >= 12) setFlagsFromString('--invocation-count-for-turbofan=30000');
if (engine >= 12) setFlagsFromString('--invocation-count-for-maglev=4000');
// Waking four threads to collect one or two megabytes costs more than collecting them.
setFlagsFromString('--no-parallel-scavenge');
// The space for new objects doubles whenever much of it is in use, up to 30 MB; what Node begins with is enough.
setFlagsFromString('--semi-space-growth-factor=1');

const folder = path.join(__dirname, '..', 'dist');
if (existsSync(path.join(folder, 'main.cjs'))) {
  loadProgram(folder);
} else if (existsSync(path.join(folder, 'main.js'))) {
  // Built with Ink as it is, which waits for WebAssembly and can't be packed.
  import('../dist/main.js');
} else {
  console.error('sysmon: not built yet; run "npm ci" in the checkout first');
  process.exitCode = 1;
}
