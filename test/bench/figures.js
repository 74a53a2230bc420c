/** The middle of the values that are known; undefined where none is. */
export function median(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : sorted.length === 0 ? undefined : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Measurements of several rounds as one: the median of each figure. */
export function medians(measurements) {
  const names = new Set(measurements.flatMap(Object.keys));
  return Object.fromEntries([...names].map((name) => [name, median(measurements.map((one) => one?.[name]))]));
}

/** How many times as much as the other, compared round by round and then the median; undefined where a round lacks either. */
export function ratio(measurements, others, name) {
  return median(
    measurements.map((one, round) => {
      const quotient = one?.[name] / others[round]?.[name];
      return Number.isFinite(quotient) ? quotient : undefined;
    }),
  );
}

/** A figure for people, scaled and with so many decimals; blank where it is unknown. */
export function figure(value, decimals = 0, scale = 1) {
  return value === undefined ? '' : (value * scale).toFixed(decimals);
}

/** A Markdown table whose columns also line up in a terminal; the first is text, the others are figures. */
export function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, 3, ...rows.map((row) => row[column].length)));
  const align = (cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head.map(align)), line(rule), ...rows.map((row) => line(row.map(align)))].join('\n');
}
