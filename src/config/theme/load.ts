import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../errors.ts';
import { builtIn, builtInNames } from '../../themes/built-in/index.ts';
import type { Palette } from '../../themes/palette.ts';
import { oneOf, suggest } from '../../units/nearest.ts';
import { configPath } from '../location.ts';
import { type Resolved, sourceOf } from '../resolve.ts';
import { readTextFile } from '../text-file.ts';
import { AUTO } from './kind.ts';

/** The folder of one's own themes, beside the configuration file. */
function themesFolder(): string {
  return path.join(path.dirname(configPath()), 'themes');
}

/**
 * The theme that the settings ask for; undefined where it follows the terminal's background.
 * @throws UsageError where there is none such; and with one line for each thing that is wrong in a file, "FILE:LINE:COLUMN: …".
 */
export async function loadTheme(resolved: ThemeSettings, folder = themesFolder()): Promise<Palette | undefined> {
  const { theme } = resolved.settings;
  if (theme === AUTO) return undefined;
  const source = sourceOf('theme', resolved.origins.theme);
  const known = builtIn.find(({ name }) => name === theme);
  if (known !== undefined) return known;
  if (isPath(theme)) {
    const palette = await readTheme(theme);
    if (palette !== undefined) return palette;
    throw new UsageError(`${source}: there is no file ${theme}; name one that is there, or use ${oneOf(builtInNames)}`);
  }
  for (const ending of Object.keys(parsers)) {
    const palette = await readTheme(path.join(folder, theme + ending));
    if (palette !== undefined) return palette;
  }
  const names = [AUTO, ...builtInNames, ...listThemes(folder)];
  const remedy = suggest(theme, names, `use ${oneOf(names)}, or put ${theme}.yaml into ${folder}`);
  throw new UsageError(`${source}: there is no theme "${theme}"; ${remedy}`);
}

/** What is chosen, and where. */
export interface ThemeSettings {
  readonly settings: Pick<Resolved['settings'], 'theme'>;
  readonly origins: Pick<Resolved['origins'], 'theme'>;
}

/** The names of one's own themes; none where there is no folder. */
export function listThemes(folder = themesFolder()): readonly string[] {
  const names = filesIn(folder).flatMap((file) => (endingOf(file) ? file.slice(0, -path.extname(file).length) : []));
  return [...new Set(names)].sort();
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The file that a theme is read from, or would be; undefined where it is none of one's own. */
export function fileOfTheme(theme: string, folder = themesFolder()): string | undefined {
  if (theme === AUTO || builtInNames.some((name) => name === theme)) return undefined;
  if (isPath(theme)) return theme;
  const files = Object.keys(parsers).map((ending) => path.join(folder, theme + ending));
  return files.find((file) => existsSync(file)) ?? files[0];
}

type Ending = keyof typeof parsers;

/** How a file is read, by how its name ends. YAML is loaded when it is needed. */
const parsers = {
  '.yaml': async () => (await import('./document.ts')).parseThemeDocument,
  '.yml': async () => (await import('./document.ts')).parseThemeDocument,
  '.theme': async () => (await import('./btop.ts')).parseBtopTheme,
} as const;

function endingOf(file: string): Ending | undefined {
  const ending = path.extname(file).toLowerCase();
  return ending in parsers ? (ending as Ending) : undefined;
}

function isPath(theme: string): boolean {
  return /[/\\]/.test(theme) || endingOf(theme) !== undefined;
}

/** The theme in a file; undefined where there is no file. */
async function readTheme(file: string): Promise<Palette | undefined> {
  const text = await readTextFile(file, 'choose another theme');
  if (text === undefined) return undefined;
  const ending = endingOf(file);
  if (ending === undefined) throw new UsageError(`theme: ${file}: is no theme by its name; themes end in .yaml, .yml or .theme`);
  const parse = await parsers[ending]();
  const { palette, problems } = parse(path.basename(file, path.extname(file)), text);
  if (problems.length > 0) throw new UsageError(problems.map((problem) => `${file}:${problem}`).join('\n'));
  return palette;
}
