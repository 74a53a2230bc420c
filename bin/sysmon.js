#!/usr/bin/env node
const { existsSync } = require('node:fs');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { loadProgram } = require('./load.js');

const LOOK_SECONDS = 10;
/** The share of a core above which it pays to compile for speed. */
const BUSY = 0.02;
const BUSY_LOOKS = 6;

// Before anything runs; docs/decisions/8-cost.md has what each gives. What runs once a second hardly ever earns back what it costs
// to compile it for speed, and the compiler alone takes 4 MB. Where there is so much to do that it does (thousands of processes), V8
// compiles after ten times as much use as usual. It complains of names that it doesn't know.
const engine = Number.parseInt(process.versions.v8, 10);
if (engine === 11) setFlagsFromString('--interrupt-budget=1320000');
if (engine >= 12) setFlagsFromString('--invocation-count-for-turbofan=30000');
if (engine >= 12) setFlagsFromString('--invocation-count-for-maglev=4000');
compileForSpeed(false);
watchLoad();
// Waking four threads to collect one or two megabytes costs more than collecting them.
setFlagsFromString('--no-parallel-scavenge');
// The space for new objects doubles whenever much of it is in use, up to 30 MB; what Node begins with is enough.
setFlagsFromString('--semi-space-growth-factor=1');
// Half of what stays of old objects is holes, and there are few enough of them to be moved together. Later engines keep the pages.
if (engine === 11) setFlagsFromString('--compact-on-every-full-gc');

const folder = path.join(__dirname, '..', 'dist');
if (existsSync(path.join(folder, 'main.cjs'))) {
  loadProgram(folder, collectGarbage);
} else if (existsSync(path.join(folder, 'main.js'))) {
  // Built with Ink as it is, which waits for WebAssembly and can't be packed.
  import('../dist/main.js');
} else {
  console.error('sysmon: not built yet; run "npm ci" in the checkout first');
  process.exitCode = 1;
}

/**
 * Looks whether sysmon takes more of a core than it does among some hundred processes, for a whole minute: there is no way back, V8
 * keeps the room, and who walks through the lists, or builds something beside, is done sooner. The start doesn't count.
 */
function watchLoad() {
  let before;
  let busy = 0;
  const timer = setInterval(() => {
    const now = process.cpuUsage();
    const share = before ? (now.user + now.system - before.user - before.system) / 1e6 / LOOK_SECONDS : 0;
    before = now;
    busy = share < BUSY ? 0 : busy + 1;
    if (busy < BUSY_LOOKS) return;
    compileForSpeed(true);
    // Then collecting every half a sample costs more than the memory is worth.
    setFlagsFromString('--semi-space-growth-factor=2');
    clearInterval(timer);
  }, LOOK_SECONDS * 1000).unref();
}

/** What a start leaves behind is 10 MB, and V8 would come to it in a minute; from Node 22 on it keeps the pages unless it is pressed. */
function collectGarbage() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')(engine === 11 ? undefined : { type: 'major', execution: 'sync', flavor: 'last-resort' });
  setFlagsFromString('--no-expose-gc');
}

function compileForSpeed(wanted) {
  setFlagsFromString(wanted ? '--opt' : '--no-opt');
  // V8's second compiler; Node 20 has it, but doesn't use it.
  if (engine >= 12) setFlagsFromString(wanted ? '--maglev' : '--no-maglev');
}
