// Bundles src into dist: what every command needs, and parts that are loaded when reached (the screen, systeminformation, YAML).
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { frugalInk } from './frugal-ink.js';
import { pack } from './pack.js';
import { slimMeow } from './slim-meow.js';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { version } = JSON.parse(await readFile('package.json', 'utf8'));

const plainInk = Boolean(process.env.SYSMON_PLAIN_INK);

await rm('dist', { recursive: true, force: true });
const built = await build({
  entryPoints: ['src/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  metafile: true,
  write: plainInk,
  legalComments: 'none',
  define: {
    // The development build of React doubles CPU and memory.
    'process.env.NODE_ENV': '"production"',
    SYSMON_VERSION: JSON.stringify(version),
    'Intl.Segmenter': 'LazySegmenter',
    performance: 'stopwatch',
  },
  inject: ['.config/globals.js'],
  // CommonJS packages inside an ES module still ask for Node's own modules by require.
  banner: plainInk
    ? { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" }
    : {},
  plugins: [
    { name: 'without-devtools', setup: withoutDevtools },
    { name: 'without-digests', setup: withoutDigests },
    slimMeow(),
    ...(plainInk ? [] : [frugalInk()]),
  ],
});
await mkdir('dist', { recursive: true });
if (!plainInk) for (const { name, text } of await pack(built)) await writeFile(`dist/${name}`, text);
await writeFile('dist/licenses.txt', await licenses(Object.keys(built.metafile.inputs)));

/** Ink looks for React's devtools where the environment says DEV, and waits for them at its top level. */
function withoutDevtools(builder) {
  builder.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'react-devtools-core', namespace: 'stub' }));
  builder.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default {}' }));
  builder.onLoad({ filter: /\/ink\/build\/(reconciler|ink)\.js$/ }, async ({ path }) => {
    const text = await readFile(path, 'utf8');
    const asked = "process.env['DEV'] === 'true'";
    if (!text.includes(asked))
      throw new Error(`${path} no longer asks whether ${asked}: see withoutDevtools in .config/build.js`);
    return { contents: text.replaceAll(asked, 'false') };
  });
}

/** ink-table makes keys of its rows' digests, for which Node loads all of its cryptography; the rows themselves do. */
function withoutDigests(builder) {
  builder.onResolve({ filter: /^object-hash$/ }, () => ({ path: 'object-hash', namespace: 'digest' }));
  builder.onLoad({ filter: /.*/, namespace: 'digest' }, () => ({ contents: 'export const sha1 = JSON.stringify' }));
}

/** The licences of everything that is built in, as they ask. */
async function licenses(inputs) {
  const folders = new Set(inputs.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean));
  const texts = await Promise.all([...folders].sort().map(license));
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

async function license(folder) {
  const meta = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  for (const name of ['LICENSE', 'license', 'LICENSE.md', 'LICENSE.txt', 'LICENCE']) {
    const text = await readFile(`${folder}/${name}`, 'utf8').catch(() => undefined);
    if (text) return `${meta.name} ${meta.version}\n\n${text.trim()}\n`;
  }
  return `${meta.name} ${meta.version}\n\nLicense: ${meta.license}\n`;
}
