// Runs what .config/pack.js has packed. Half of a start would be compiling it, so what V8 made of it is kept from one start to the next.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const vm = require('node:vm');
const { readCode, writeCode } = require('./code-cache.js');

/** Seconds after which the first picture stands and a sample or two have been taken: what is needed for a start has been compiled. */
const STARTED = 2;

/** Modules of Node's that take a millisecond and a megabyte to load, and that hardly a start needs. */
const LATE = new Set(['child_process', 'crypto', 'readline'].flatMap((name) => [name, `node:${name}`]));

/**
 * Runs the module main.js of a folder of packed files; it loads the others as it comes to them.
 * @param onStarted Called once what a start takes is over.
 */
exports.loadProgram = (folder, onStarted) => {
  const opened = [];
  const main = openFile(path.join(folder, 'main.cjs'));
  const { places } = main;
  const begun = new Map();
  opened.push(main);

  const keep = () => opened.forEach(keepCode);
  setTimeout(() => {
    keep();
    onStarted();
  }, STARTED * 1000).unref();
  process.on('exit', keep);
  return run('./main.js');

  function run(name) {
    const known = begun.get(name);
    if (known) return known.exports;
    const file = fileOf(places[name]);
    const module = { exports: {} };
    begun.set(name, module);
    file.ran += 1;
    file.modules[name](ask, module.exports, module, { url: pathToFileURL(file.path).href });
    return module.exports;
  }

  /** What stands for `require` in there. */
  function ask(name) {
    if (name in places) return run(name);
    return LATE.has(name) ? later(name) : require(name);
  }

  function fileOf(name) {
    const place = path.join(folder, name);
    const known = opened.find((file) => file.path === place);
    if (known) return known;
    const file = openFile(place);
    opened.push(file);
    return file;
  }
};

/** The module, loaded when something in it is asked for. */
function later(name) {
  return new Proxy({}, { get: (_, key) => require(name)[key] });
}

/** A packed file: a comment with a digest of the build, and an expression that tells its modules, main.cjs also where all modules are. */
function openFile(place) {
  // In ASCII only, so V8 takes a byte for each character.
  const text = readFileSync(place, 'latin1');
  const build = text.slice(2, text.indexOf('*/'));
  const name = path.basename(place, '.cjs');
  const kept = readCode(build, name);
  const script = new vm.Script(text, { filename: place, ...(kept && { cachedData: kept.code }) });
  // How many of its modules had run when the code was kept: what hasn't run hasn't been compiled.
  const covered = kept && !script.cachedDataRejected ? kept.ran : 0;
  return { path: place, build, name, script, covered, ran: 0, ...script.runInThisContext() };
}

function keepCode(file) {
  const { build, name, script, covered, ran } = file;
  if (ran <= covered) return;
  file.covered = ran;
  writeCode(build, name, { code: script.createCachedData(), ran });
}
