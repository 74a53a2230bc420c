import { expect, it } from 'vitest';
import { span } from '../../../src/ui/draw/line.ts';
import { drawSelected } from '../../../src/ui/draw/selected.ts';
import { createLook } from '../../../src/ui/look.ts';
import { defaults } from '../../harness/machine.ts';

const line = [span('4211 ', 'red'), span('node')];

it('sets the selected row on ground of its own where there are colours for it', () => {
  for (const depth of [2, 3] as const) {
    const look = createLook(defaults, depth);
    expect(look.theme.selection).toBeDefined();
    expect(drawSelected(line, look)).toMatchObject([
      { text: '4211 ', color: look.theme.selected, background: look.theme.selection },
      { text: 'node', color: look.theme.selected, background: look.theme.selection },
    ]);
  }
});

it('inverts it where there are not', () => {
  for (const depth of [0, 1] as const)
    expect(drawSelected(line, createLook(defaults, depth))).toMatchObject([
      { text: '4211 ', color: undefined, inverse: true },
      { text: 'node', color: undefined, inverse: true },
    ]);
});
