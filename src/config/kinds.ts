import type { Rule } from '../alerts/alert.ts';
import { parseRule, RULE_GRAMMAR } from '../alerts/rule.ts';
import { duration as durations, ratio as ratios } from '../alerts/threshold.ts';
import { describeError } from '../errors.ts';
import { oneOf, suggest } from '../units/nearest.ts';
import type { Ratio, Seconds } from '../units/quantity.ts';
import { isProblem, type Kind, type Parsed, type Problem, quote, type Scalar } from './kind.ts';
import type { ScreenSize } from './settings.ts';

/** A length of time within bounds; a bare number is seconds. */
export function duration(from: Seconds, to: Seconds): Kind<Seconds> {
  const meaning = `a length of time from ${durations.format(from)} to ${durations.format(to)}`;
  return {
    placeholder: 'DURATION',
    meaning,
    parse(written) {
      const seconds = typeof written === 'string' ? durations.parse(written) : written;
      const fits = typeof seconds === 'number' && seconds >= from && seconds <= to;
      return fits ? { value: seconds } : refuse(written, meaning, 'write one like 2, 0.5, 500ms or 1m');
    },
    toYaml: durations.format,
    schema: {
      anyOf: [
        { type: 'number', minimum: from, maximum: to },
        { type: 'string', pattern: '^\\s*(\\d+(\\.\\d+)?|\\.\\d+)\\s*(ms|s|m|min|h|d)?\\s*$' },
      ],
      examples: ['500ms', '2s', '1m'],
    },
  };
}

/** A share of a whole. */
export const ratio: Kind<Ratio> = {
  placeholder: 'SHARE',
  meaning: 'a share from 0% to 100%',
  parse(written) {
    const share = typeof written === 'string' ? ratios.parse(written) : written;
    const fits = typeof share === 'number' && share >= 0 && share <= 1;
    return fits ? { value: share } : refuse(written, ratio.meaning, `write one like ${ratios.examples}`);
  },
  toYaml: ratios.format,
  schema: {
    anyOf: [
      { type: 'number', minimum: 0, maximum: 1 },
      { type: 'string', pattern: '^\\s*((0*\\d{0,2}\\.\\d+|0*\\d{1,2}|0*100(\\.0+)?)\\s*%|0*\\.\\d+|0+|0*1(\\.0+)?)\\s*$' },
    ],
    examples: ['80%', '95%'],
  },
};

/** No limit. */
export const NONE = 'none';

/** A share of a whole that something may use, or no limit. What a bare 1 means, 1% or all, would be guessed. */
export const budget: Kind<Ratio | typeof NONE> = {
  placeholder: 'SHARE',
  meaning: `a share above 0% to 100%, or ${NONE}`,
  all: [NONE, 0.005, 0.01, 0.02, 0.05],
  open: true,
  parse(written) {
    if (written === NONE) return { value: NONE };
    const share = typeof written === 'string' ? ratios.parse(written) : written;
    const isClear = typeof written === 'string' ? written.includes('%') || share !== 1 : share !== 1;
    const fits = typeof share === 'number' && share > 0 && share <= 1 && isClear;
    return fits ? { value: share } : refuse(written, budget.meaning, 'write one like 1% or 0.01');
  },
  toYaml: (value) => (value === NONE ? NONE : ratios.format(value)),
  schema: {
    anyOf: [
      { const: NONE },
      { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
      {
        type: 'string',
        pattern: '^\\s*(?=[^%]*[1-9])((0*\\d{0,2}\\.\\d+|0*\\d{1,2}|0*100(\\.0+)?)\\s*%|0*\\.\\d+)\\s*$',
      },
    ],
    examples: ['1%', '0.5%', NONE],
  },
};

/** One of some names. */
export function choice<T extends string>(names: readonly T[], placeholder = names.join('|')): Kind<T> {
  return {
    placeholder,
    meaning: oneOf(names),
    all: names,
    parse(written) {
      // YAML reads a bare 256 as a number.
      const name = names.find((known) => known === String(written));
      if (name !== undefined && typeof written !== 'object') return { value: name };
      const remedy = `use ${oneOf(names)}`;
      return {
        problem: `${quote(written)} is not known; ${typeof written === 'string' ? near(written, names, remedy) : remedy}`,
      };
    },
    toYaml: (name) => name,
    schema: { enum: names.flatMap((name) => (/^\d+$/.test(name) ? [name, Number(name)] : [name])) },
  };
}

/** Yes or no; as a flag, given or not. */
export const flag: Kind<boolean> = {
  meaning: 'true or false',
  all: [false, true],
  parse: (written) => (typeof written === 'boolean' ? { value: written } : refuse(written, 'true or false', 'write one of them')),
  toYaml: (value) => value,
  schema: { type: 'boolean' },
};

/** A file for a picture, or standard output. */
export const pictureFile: Kind<string> = {
  ...path('FILE'),
  parse(written) {
    if (typeof written === 'string' && (written === '-' || /[^/\\]\.svg$/i.test(written))) return { value: written };
    return refuse(written, 'a file for a picture, which is SVG', 'write one like screen.svg, or - for standard output');
  },
};

/** A file or folder; `~` at its beginning is the home folder. */
export function path(placeholder: 'FILE' | 'DIR'): Kind<string> {
  const noun = placeholder === 'FILE' ? 'file' : 'folder';
  return {
    placeholder,
    meaning: `a ${noun}; ~ is the home folder`,
    parse(written) {
      const fits = typeof written === 'string' && /\S/.test(written);
      return fits ? { value: written } : refuse(written, `a ${noun}`, 'write a path like "~/sysmon"');
    },
    toYaml: (value) => value,
    schema: { type: 'string', pattern: '\\S' },
  };
}

/** How many: 1, 2, 3, … */
export const count: Kind<number> = {
  placeholder: 'COUNT',
  meaning: 'a whole number from 1',
  fromText: (text) => (/^\s*\d+\s*$/.test(text) ? Number(text) : text),
  parse(written) {
    const fits = typeof written === 'number' && Number.isSafeInteger(written) && written >= 1;
    return fits ? { value: written } : refuse(written, 'a count', 'write a whole number from 1');
  },
  toYaml: (value) => value,
  schema: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
};

/** Larger ones are mistakes. */
const MOST: ScreenSize = { columns: 1000, rows: 500 };

/** Columns and rows of a screen. */
export const screenSize: Kind<ScreenSize> = {
  placeholder: 'COLSxROWS',
  meaning: `columns and rows, to ${MOST.columns}x${MOST.rows}`,
  parse(written) {
    const [columns = 0, rows = 0] = typeof written === 'string' ? (/^(\d+)x(\d+)$/.exec(written) ?? []).slice(1).map(Number) : [];
    const fits = columns >= 1 && columns <= MOST.columns && rows >= 1 && rows <= MOST.rows;
    return fits ? { value: { columns, rows } } : refuse(written, screenSize.meaning, 'write one like 160x48 or 80x24');
  },
  toYaml: ({ columns, rows }) => `${columns}x${rows}`,
  schema: { type: 'string', pattern: '^[1-9]\\d{0,3}x[1-9]\\d{0,2}$' },
};

/** Some of a set of names, each once; as text with commas between. */
export function choices<T extends string>(names: readonly T[]): Kind<readonly T[]> {
  const one = choice(names);
  const many = list(one, `a list, some of ${names.join(', ')}`);
  return {
    ...many,
    placeholder: 'NAMES',
    parse(written) {
      const parsed = many.parse(written);
      if (isProblem(parsed)) return parsed;
      if (parsed.value.length === 0) return { problem: `the list is empty; name at least one of ${names.join(', ')}` };
      const again = parsed.value.findIndex((name, i) => parsed.value.indexOf(name) < i);
      return again < 0 ? parsed : { problem: `${quote(parsed.value[again])} is named twice; leave one out`, item: again };
    },
    schema: { type: 'array', items: one.schema, minItems: 1, uniqueItems: true },
  };
}

/** Names with `*` and `?` as wildcards. */
export const patterns: Kind<readonly string[]> = list(
  {
    meaning: 'a name',
    parse(written) {
      if (typeof written === 'string' && written !== '') return { value: written };
      return refuse(written, 'a name', 'write one like "veth*", in quotes');
    },
    toYaml: (value) => value,
    schema: { type: 'string', minLength: 1 },
  },
  'a list of names; * stands for any characters, ? for one',
);

/** Alert rules. */
export const rules: Kind<readonly Rule[]> = list(
  {
    meaning: 'an alert rule',
    parse(written) {
      if (typeof written !== 'string') return refuse(written, 'a rule', `write ${RULE_GRAMMAR}`);
      try {
        return { value: parseRule(written) };
      } catch (error) {
        return { problem: describeError(error) };
      }
    },
    toYaml: (rule) => rule.text,
    schema: { type: 'string', minLength: 1, examples: ['cpu.load.one > 8 for 1m', 'filesystem.usage[/home] > 95% critical'] },
  },
  `a list of rules: ${RULE_GRAMMAR}`,
);

function list<T>(one: Kind<T>, meaning: string): Kind<readonly T[]> {
  return {
    meaning,
    fromText: (text) => (/\S/.test(text) ? text.split(',').map((item) => item.trim()) : []),
    parse(written): Parsed<readonly T[]> {
      if (!Array.isArray(written)) return refuse(written, 'a list', 'write one like [a, b]');
      const values: T[] = [];
      for (const [item, text] of written.entries()) {
        const parsed = one.parse(text);
        if (isProblem(parsed)) return { ...parsed, item };
        values.push(parsed.value);
      }
      return { value: values };
    },
    toYaml: (values) => values.flatMap((value) => one.toYaml(value) as Scalar | readonly Scalar[]),
    schema: { type: 'array', items: one.schema },
  };
}

function near(written: string, names: readonly string[], remedy: string): string {
  const suggestion = suggest(written, names, remedy);
  return suggestion === remedy ? remedy : `${suggestion} ${remedy.replace('use', 'Use')}`;
}

function refuse(written: unknown, meaning: string, remedy: string): Problem {
  return { problem: `${quote(written)} is not ${meaning}; ${remedy}` };
}
