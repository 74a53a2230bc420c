import { describe, expect, it } from 'vitest';
import { formatOptionsPage } from '../.config/docs/options.ts';
import { words } from '../src/command.ts';
import { parseConfigDocument } from '../src/config/document.ts';
import { optionList } from '../src/config/option-list.ts';
import { mode } from '../src/config/option-table.ts';
import { formatFlag, formatHelp } from '../src/help.ts';

describe('the help', () => {
  it('fits into 80 columns of ASCII', () => {
    const lines = formatHelp().split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(formatHelp()).toMatch(/^[\n\x20-\x7e]+$/);
    expect(lines.filter((line) => line.endsWith(' '))).toEqual([]);
  });

  it('names every command, flag, variable and exit code', () => {
    const options = [...optionList.map(([, option]) => option), mode];
    const names = [
      ...words.map((word) => `  ${word.words} `),
      ...options.flatMap((option) =>
        option.flag === undefined ? [] : `${option.short ? `-${option.short},` : '   '} ${formatFlag(option)} `,
      ),
      ...options.flatMap(({ environment }) => (environment ? `  ${environment.name}` : [])),
      ...['0', '1', '2', '128 + N'].map((code) => `  ${code}  `),
    ];
    const help = formatHelp();
    expect(names.filter((name) => !help.includes(name))).toEqual([]);
  });

  it('shows how a flag is written, what it means, and its default', () => {
    expect(formatHelp()).toContain(`
  -i, --interval DURATION     Time between samples: 2, 0.5, 500ms or 2s, from
                              0.1s to 1h [1s; 5s for summaries in plain text]
  -n, --count COUNT           Stop after COUNT samples
`);
  });
});

describe('docs/options.md', () => {
  it('has an example that is a right configuration file', () => {
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(formatOptionsPage()) ?? [];
    const { values, problems } = parseConfigDocument(example);
    expect(problems).toEqual([]);
    expect(Object.keys(values).length).toBeGreaterThan(6);
  });

  it('has a row for every key of the configuration file', () => {
    const page = formatOptionsPage();
    expect(optionList.flatMap(([, { key }]) => (key && !page.includes(`\n| \`${key}\` | `) ? key : []))).toEqual([]);
  });
});
