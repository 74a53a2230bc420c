import { type Hex, isHex } from '../../themes/color.ts';
import { isProblem, type Kind, quote } from '../kind.ts';

/** A colour as #rrggbb; #rgb is short for it. */
export const color: Kind<Hex> = {
  placeholder: 'COLOUR',
  meaning: 'a colour like "#8fb8f6"',
  parse(written) {
    const hex = typeof written === 'string' ? longForm(written.trim()) : undefined;
    if (hex !== undefined) return { value: hex };
    // Without quotes YAML takes what follows # for a comment.
    return { problem: `${quote(written)} is not a colour; write one like "#8fb8f6", with the quotes` };
  },
  toYaml: (hex) => hex,
  schema: { type: 'string', pattern: '^\\s*#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\\s*$' },
};

/** The colours that a gradient goes through, evenly spaced. */
export const course: Kind<readonly Hex[]> = {
  meaning: 'two colours or more, from nothing to all',
  parse(written) {
    if (!Array.isArray(written) || written.length < 2)
      return { problem: `${quote(written)} is not a course of colours; write two or more like ["#3d98a8", "#b4efc4"]` };
    const stops: Hex[] = [];
    for (const [item, one] of written.entries()) {
      const parsed = color.parse(one);
      if (isProblem(parsed)) return { ...parsed, item };
      stops.push(parsed.value);
    }
    return { value: stops };
  },
  toYaml: (stops) => stops,
  schema: { type: 'array', items: color.schema, minItems: 2 },
};

/** The colour that a text means; undefined where it means none. */
function longForm(text: string): Hex | undefined {
  const hex = /^#[0-9a-f]{3}$/i.test(text) ? text.replace(/[^#]/g, '$&$&') : text;
  return isHex(hex) ? (hex.toLowerCase() as Hex) : undefined;
}
