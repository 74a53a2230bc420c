// Packs the modules that esbuild made into a few files for bin/load.js: one that every command needs, one to draw, one for the
// screen, and one for each module that is rarely asked for. A file is an expression whose value has the modules as functions,
// so that V8 reads and compiles it at once and Node's loader has nothing to do.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { transform } from 'esbuild';

/** What a file holds: what its entries import, without what a file before it has. */
const FILES = {
  main: ['src/main.ts', 'src/commands/stream.ts'],
  draw: ['src/commands/live.ts', 'src/commands/screenshot.ts', 'src/commands/linear.ts'],
  screen: ['src/ui/screen.tsx'],
};

/** @returns The packed files; each begins with a comment that tells this build from all others. */
export async function pack({ outputFiles, metafile }) {
  const outputs = Object.entries(metafile.outputs);
  const texts = new Map(outputFiles.map(({ path: file, text }) => [basename(file), text]));
  const imports = new Map(
    outputs.map(([file, { imports }]) => [
      basename(file),
      imports.flatMap(({ kind, path: file, external }) => (kind === 'import-statement' && !external ? [basename(file)] : [])),
    ]),
  );
  const places = {};
  for (const [name, entries] of Object.entries(FILES)) {
    for (const entry of entries) {
      const [file] = outputs.find(([, { entryPoint }]) => entryPoint === entry);
      for (const module of reachable(basename(file), imports)) places[`./${module}`] ??= `${name}.cjs`;
    }
  }
  for (const module of texts.keys()) places[`./${module}`] ??= module.replace(/\.js$/, '.cjs');

  const files = await Promise.all([...new Set(Object.values(places))].map((place) => packFile(place, places, texts)));
  const build = createHash('sha256')
    .update(files.map(({ code }) => code).join())
    .digest('hex')
    .slice(0, 16);
  return files.map(({ name, code }) => ({ name, text: `/*${build}*/${code}` }));
}

async function packFile(name, places, texts) {
  const mine = [...texts].filter(([module]) => places[`./${module}`] === name);
  const modules = await Promise.all(mine.map(([module, text]) => asFunction(module, text)));
  const table = name === 'main.cjs' ? `,places:${JSON.stringify(places)}` : '';
  return { name, code: `'use strict';({modules:{${modules.join(',')}}${table}})` };
}

function reachable(module, imports, found = new Set()) {
  if (found.has(module)) return found;
  found.add(module);
  for (const next of imports.get(module)) reachable(next, imports, found);
  return found;
}

async function asFunction(module, text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    define: { 'import.meta': 'meta' },
    // import() becomes a promise of require().
    supported: { 'dynamic-import': false },
  });
  return `${JSON.stringify(`./${module}`)}(require,exports,module,meta){${inAscii(code)}}`;
}

/** bin/load.js takes a byte for a character. esbuild writes all in ASCII but what stands in regular expressions. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
