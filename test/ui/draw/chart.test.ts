import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../src/ui/draw/chart.ts';
import { formatByteRate, formatPercent } from '../../../src/units/format.ts';

const options = { width: 16, height: 3, top: 10, format: (value: number) => `${Math.round(value)}` };
const chart = (...series: (number | undefined)[]) => drawChart(series, options).map((line) => line.trimEnd());

describe('a chart', () => {
  it('has an axis with its scale, and a line that ends at the right edge', () => {
    expect(chart(0, 0, 5, 5, 10, 10)).toEqual(['    10 ┤      ╭─', '     5 ┤    ╭─╯', '     0 ┤   ─╯']);
  });

  it('joins the axis where the line begins there', () => {
    expect(chart(...Array<number>(9).fill(5))[1]).toBe('     5 ┼────────');
  });

  it('labels only rows at round parts of the scale, and ticks only those', () => {
    const lines = drawChart([], { ...options, height: 11, format: (value) => `${value.toFixed(1)}%` });
    const labelled = lines.map((line) => line.trim());
    expect(labelled).toEqual(['10% ┤', '│', '8% ┤', '│', '6% ┤', '│', '4% ┤', '│', '2% ┤', '│', '0% ┤']);
  });

  it.each([
    [5, ['10% ┤', '8% ┤', '5% ┤', '3% ┤', '0% ┤']],
    [6, ['10% ┤', '8% ┤', '6% ┤', '4% ┤', '2% ┤', '0% ┤']],
    [8, ['10% ┤', '│', '│', '│', '5% ┤', '│', '│', '0% ┤']],
    [13, ['10% ┤', '│', '8% ┤', '│', '│', '6% ┤', '│', '4% ┤', '│', '│', '2% ┤', '│', '0% ┤']],
  ])('uses all of %i rows, and has its labels at the rows nearest to round values', (height, labelled) => {
    const lines = drawChart([], { ...options, height, format: (value) => `${Math.round(value)}%` });
    expect(lines.map((line) => line.trim())).toEqual(labelled);
  });

  it.each([
    [2, ['2 MiB/s', '1 MiB/s', '0 B/s']],
    [3, ['3 MiB/s', '2 MiB/s', '1 MiB/s', '0 B/s']],
    [8, ['8 MiB/s', '6 MiB/s', '4 MiB/s', '2 MiB/s', '0 B/s']],
    [10, ['10 MiB/s', '8 MiB/s', '6 MiB/s', '4 MiB/s', '2 MiB/s', '0 B/s']],
  ])('divides a scale of %i MiB/s where labels are round, not into 819 KiB/s', (mebibytes, labels) => {
    const lines = drawChart([], { width: 30, height: 14, top: mebibytes * 2 ** 20, format: formatByteRate });
    expect(lines.flatMap((line) => /(.+) ┤/.exec(line)?.[1]?.trim() ?? [])).toEqual(labels);
  });

  it.each([7, 10])('divides 500 MiB/s over %i rows in half rather than at 333 MiB/s', (height) => {
    const lines = drawChart([], { ...options, width: 30, height, top: 500 * 1024 ** 2, format: formatByteRate });
    const labels = lines.map((line) => line.replace(/[│┤]/, '').trim()).filter((label) => label !== '');
    expect(labels).toEqual(['500 MiB/s', '250 MiB/s', '0 B/s']);
  });

  it('divides a low scale in half where thirds would be 66.7 %', () => {
    const lines = drawChart([], { width: 30, height: 10, top: 1, format: formatPercent });
    expect(lines.flatMap((line) => /(.+) ┤/.exec(line)?.[1]?.trim() ?? [])).toEqual(['100%', '50%', '0%']);
  });

  it('leaves a hole where values are missing', () => {
    expect(chart(5, 5, undefined, undefined, 5, 5)).toEqual(['    10 ┤', '     5 ┤   ─   ─', '     0 ┤']);
  });

  it('shows a single value as a dash', () => {
    expect(chart(undefined, 5, undefined)[1]).toBe('     5 ┤       ─');
    expect(chart(5)[1]).toBe('     5 ┤       ─');
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
