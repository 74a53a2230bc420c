import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInLayouts } from '../../src/config/built-in-layouts.ts';
import { parseConfigDocument } from '../../src/config/document.ts';
import { layouts } from '../../src/config/layouts.ts';
import { resolveSettings } from '../../src/config/resolve.ts';

const MINE = 'layouts:\n  mine:\n    - cpu 2\n    - [memory, network 2, 3]\npreset: mine\n';
const resolved = (text: string, flags = {}) =>
  resolveSettings({ flags, environment: {}, file: { path: 'c.yaml', ...parseConfigDocument(text) } }).settings;

describe('layouts in a configuration file', () => {
  it('are rows of panels with weights, and show the panels that they name', () => {
    const settings = resolved(MINE);
    expect(settings.layouts.mine).toEqual([
      { weight: 2, cells: [{ panel: 'cpu', weight: 1 }] },
      {
        weight: 3,
        cells: [
          { panel: 'memory', weight: 1 },
          { panel: 'network', weight: 2 },
        ],
      },
    ]);
    expect(settings).toMatchObject({ preset: 'mine', panels: ['cpu', 'memory', 'network'] });
    expect(resolved(`${MINE}panels: [cpu]\n`).panels).toEqual(['cpu']);
  });

  it('are written as they were read', () => {
    const { values } = parseConfigDocument(MINE);
    expect(layouts.toYaml(values.layouts ?? {})).toEqual({ mine: ['cpu 2', ['memory', 'network 2', 3]] });
  });

  it.each([
    ['layouts:\n  a:\n    - cpu\n    - [memory, cpu]', /^4:7: layouts: a: cpu stands in this layout twice; leave one out$/],
    ['layouts:\n  a: [cpus]', /^2:7: layouts: a: there is no panel "cpus"; did you mean cpu\?$/],
    ['layouts:\n  a: [cpu 0]', /^2:7: layouts: a: "0" is not a weight; write a whole number from 1 to 100$/],
    ['layouts:\n  a: []', /^2:6: layouts: a: a list is not a layout; write rows/],
    ['layouts:\n  full: [cpu]', /^2:3: layouts: "full" is the name of a built-in layout; choose another one$/],
    ['layouts: [cpu]', /^1:10: layouts: a list is not a map/],
  ])('are refused where they are wrong: %j', (text, problem) => {
    expect(parseConfigDocument(text).problems).toEqual([expect.stringMatching(problem)]);
  });

  it.each(['README.md', 'docs/layouts.md'])('are as %s shows them', (file) => {
    const [example = ''] = readFileSync(file, 'utf8').match(/(?<=```yaml\n)layouts:[^`]*/) ?? [];
    const { layouts: named, preset } = resolved(example);
    expect(Object.keys(named)).toEqual([...Object.keys(builtInLayouts), 'mine']);
    expect(preset).toBe('mine');
  });

  it('are all told of in docs/layouts.md', () => {
    const written = readFileSync('docs/layouts.md', 'utf8').match(/(?<=^\| `)[a-z]+/gm);
    expect(written).toEqual(Object.keys(builtInLayouts));
  });

  it('bring their own panels where the command line asks for one', () => {
    const text = 'panels: [cpu, disks]\npreset: graphs\n';
    expect(resolved(text).panels).toEqual(['cpu', 'disks']);
    expect(resolved(text, { preset: 'minimal' }).panels).toEqual(['cpu', 'memory', 'network']);
    expect(resolved(text, { preset: 'minimal', panels: ['cpu'] }).panels).toEqual(['cpu']);
  });

  it('are named by a preset that there must be', () => {
    expect(() => resolved('preset: grahps\n')).toThrow(
      /^c\.yaml:1:9: preset: there is no layout "grahps"; did you mean graphs\?/,
    );
    expect(() => resolved('', { preset: 'zebra' })).toThrow(/^--preset: there is no layout "zebra"; there are full, processes/);
  });
});
