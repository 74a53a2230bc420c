import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../src/ui/draw/chart.ts';

const options = { width: 16, height: 3, top: 10, format: (value: number) => `${Math.round(value)}` };
const chart = (...series: (number | undefined)[]) => drawChart(series, options).map((line) => line.trimEnd());

describe('a chart', () => {
  it('has an axis with its scale, and a line that begins at it', () => {
    expect(chart(0, 0, 5, 5, 10, 10)).toEqual(['    10 ┼   ╭─', '     5 ┤ ╭─╯', '     0 ┼─╯']);
  });

  it('labels whole parts of its scale, in the rows next to them', () => {
    const labels = (height: number) => drawChart([0], { ...options, top: 100, height }).map((line) => line.slice(0, 6).trim());
    expect(labels(11)).toEqual(['100', '', '', '75', '', '50', '', '', '25', '', '0']);
    expect(labels(7)).toEqual(['100', '', '', '50', '', '', '0']);
    expect(labels(4)).toEqual(['100', '', '', '0']);
  });

  it('leaves a hole where values are missing', () => {
    expect(chart(5, 5, undefined, undefined, 5, 5)).toEqual(['    10 ┼', '     5 ┼─   ─', '     0 ┤']);
  });

  it('shows a single value as a dash', () => {
    expect(chart(undefined, 5, undefined)[1]).toBe('     5 ┼ ─');
  });

  it('is an empty axis where nothing is known', () => {
    expect(chart()).toEqual(['    10 ┤', '     5 ┤', '     0 ┤']);
    expect(chart(undefined, undefined)).toEqual(['    10 ┤', '     5 ┤', '     0 ┤']);
  });

  it('shows the newest values at its right edge, and a spike among many', () => {
    const lines = drawChart([...Array<number>(100).fill(0), 10], options);
    expect(lines[0]).toMatch(/^ {4}10 ┼ +╭$/);
    expect(lines.map((line) => line.length)).toEqual([16, 16, 16]);
  });

  it('keeps its size and holds no NaN, whatever the values', () => {
    const value = fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 200 }),
        fc.integer({ min: 10, max: 90 }),
        fc.integer({ min: 2, max: 20 }),
        (series, width, height) => {
          const lines = drawChart(series, { ...options, width, height });
          expect(lines).toHaveLength(height);
          expect(lines.filter((line) => line.length > width || /NaN|undefined/.test(line))).toEqual([]);
        },
      ),
    );
  });
});
