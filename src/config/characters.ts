import type { Environment, Fitting } from './option.ts';

/**
 * Whether only ASCII can be drawn, and the variable that tells so; undefined where nothing says that the others can't be. The font
 * of the Linux console has no braille and no round corners, and a locale with another character set prints other signs. No
 * locale at all is what containers have, seen through terminals that know UTF-8.
 */
export function fittingCharacters(environment: Environment): Fitting<boolean> | undefined {
  if (environment.TERM === 'linux') return { value: true, name: 'TERM' };
  const name = ['LC_ALL', 'LC_CTYPE', 'LANG'].find((variable) => environment[variable]);
  if (name === undefined || /utf-?8/i.test(environment[name] ?? '')) return undefined;
  return { value: true, name };
}
