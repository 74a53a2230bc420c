import { builtInNames } from '../../themes/built-in/index.ts';
import { type Kind, quote } from '../kind.ts';

/** Follows the terminal's background. */
export const AUTO = 'auto';

/** A theme: a built-in one, a file in the folder of themes by its name, or any file by its path. Whether it is there is found when it is read. */
export const themeChoice: Kind<string> = {
  placeholder: 'THEME',
  meaning: `${[AUTO, ...builtInNames].join(', ')}, or a .yaml or .theme file: its path, or its name in the folder themes`,
  all: [AUTO, ...builtInNames],
  open: true,
  parse(written) {
    if (typeof written === 'string' && /\S/.test(written)) return { value: written };
    return { problem: `${quote(written)} is not a theme; write a name like dark, or the path of a file` };
  },
  toYaml: (theme) => theme,
  // An editor offers the names, and takes any other.
  schema: { anyOf: [{ enum: [AUTO, ...builtInNames] }, { type: 'string', pattern: '\\S' }] },
};
