// The esbuild plugin that leaves out of meow what looks for a package.json and corrects it: we hand it our own, and that was most of its start.
import { readFile } from 'node:fs/promises';

/** Of what it is built of: what to leave out, and what stands there instead. */
const LEFT_OUT = [
  [
    'var normalizeExports = requireNormalize();\nconst normalizePackageData = getDefaultExportFromCjs(normalizeExports);',
    'const normalizePackageData = () => {};',
  ],
  ["const filePath = findUpSync('package.json', options);", 'return;\n\tconst filePath = undefined;'],
  ['var libExports = requireLib$1();', 'const libExports = undefined;'],
  ["import { execFile } from 'node:child_process';", 'const execFile = () => {};'],
];

export function slimMeow() {
  return {
    name: 'slim-meow',
    setup(builder) {
      builder.onLoad({ filter: /\/meow\/build\/dependencies\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const missed = LEFT_OUT.find(([part]) => !text.includes(part));
        if (missed) throw new Error(`.config/slim-meow.js is for another meow than ${path}, which lacks: ${missed[0]}`);
        return { contents: LEFT_OUT.reduce((kept, [part, instead]) => kept.replace(part, () => instead), text) };
      });
    },
  };
}
