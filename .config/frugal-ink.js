// The esbuild plugin that swaps modules of Ink's for those of src/ui/ink; see src/ui/ink/output.ts for why.
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const WRITTEN_AGAINST = { ink: '8.0.0', 'string-width': '8.3.0', '@alcalzone/ansi-tokenize': '0.3.2', 'yoga-layout': '3.2.1' };
/** Module of Ink's, or package → what stands in for its default export: file and name. */
const STAND_INS = {
  'string-width': ['width.ts', 'stringWidth'],
  'yoga-layout': ['yoga.ts', 'Yoga'],
  'output.js': ['output.ts', 'Output'],
  'sanitize-ansi.js': ['sanitize.ts', 'sanitizeAnsi'],
  'measure-text.js': ['measure.ts', 'measureText'],
  'wrap-text.js': ['wrap.ts', 'wrapText'],
  'log-update.js': ['log-update.ts', 'logUpdate'],
};

const root = fileURLToPath(new URL('..', import.meta.url));
const ink = realpathSync(resolve(root, 'node_modules/ink/build'));
const room = resolve(root, 'src/ui/ink');

export function frugalInk() {
  return {
    name: 'frugal-ink',
    setup(builder) {
      checkVersions();
      builder.initialOptions.define = { ...builder.initialOptions.define, FRUGAL_INK: 'true' };
      const used = new Set();
      const standIn = (name) => {
        used.add(name);
        return { path: name, namespace: 'stand-in' };
      };
      builder.onResolve({ filter: /^\.\.?\/[a-z-]+\.js$/ }, ({ path, importer }) => {
        const file = resolve(dirname(importer), path);
        const name = file.slice(ink.length + 1);
        if (importer.startsWith(`${ink}/`) && resolve(ink, name) === file && name in STAND_INS) return standIn(name);
      });
      builder.onResolve({ filter: /^yoga-layout$/ }, () => standIn('yoga-layout'));
      builder.onResolve({ filter: /^string-width$/ }, ({ importer, kind }) => {
        if (kind === 'require-call') return;
        return dirname(importer) === room ? { path: 'string-width', namespace: 'later' } : standIn('string-width');
      });
      // What it begins with takes 20 ms, and it is asked about texts only that aren't plain.
      builder.onLoad({ filter: /.*/, namespace: 'later' }, () => ({
        contents: "export default (...text) => require('string-width').default(...text)",
        resolveDir: room,
      }));
      builder.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => {
        const [file, name] = STAND_INS[path];
        return { contents: `export { ${name} as default } from ${JSON.stringify(resolve(room, file))}`, resolveDir: room };
      });
      builder.onEnd(() => {
        const missed = Object.keys(STAND_INS).filter((name) => !used.has(name));
        if (missed.length > 0) throw new Error(`src/ui/ink stands in for ${missed.join(', ')}, which Ink no longer imports`);
      });
    },
  };
}

function checkVersions() {
  for (const [name, expected] of Object.entries(WRITTEN_AGAINST)) {
    const { version } = JSON.parse(readFileSync(resolve(root, 'node_modules', name, 'package.json'), 'utf8'));
    if (version !== expected) {
      throw new Error(
        `src/ui/ink was written against ${name} ${expected}, and ${version} is installed. Compare the modules that src/ui/ink/output.ts names, ` +
          'run test/ui/ink, then raise the version in .config/frugal-ink.js; or build with SYSMON_PLAIN_INK=1.',
      );
    }
  }
}
