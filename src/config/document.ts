import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';
import { oneOf, suggest } from '../units/nearest.ts';
import { isProblem, type Problem, quote } from './kind.ts';
import { type OptionName, optionList, sections, type Values } from './option-table.ts';

/** What a configuration file says, and on which line. */
export interface ConfigDocument {
  readonly values: Values;
  readonly lines: { readonly [K in OptionName]?: number };
  /** Where the entries stand of what is a map, "line:column" by "bindings.quit". */
  readonly places: Readonly<Record<string, string>>;
  /** What is wrong with it, "line:column: …", in the order of the file; all else was read. */
  readonly problems: readonly string[];
}

/** Reads a configuration file's YAML (1.2). Empty is fine. */
export function parseConfigDocument(text: string): ConfigDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter, prettyErrors: false });
  const positionOf = (offset = 0) => lineCounter.linePos(offset);
  const placeOf = (offset = 0) => `${positionOf(offset).line}:${positionOf(offset).col}`;
  const values: Record<string, unknown> = {};
  const lines: Record<string, number> = {};
  const places: Record<string, string> = {};
  const problems: { readonly offset: number; readonly text: string }[] = [];
  const complain = (offset: number | undefined, text: string): void => void problems.push({ offset: offset ?? 0, text });

  for (const { pos, code, message } of [...document.errors, ...document.warnings]) complain(pos[0], SAID[code] ?? message);
  // Patterns like to begin with a star.
  visit(document, {
    Alias: (_, { range, source }) =>
      complain(range?.[0], `*${source} is a YAML alias, which is not known here; as text, write "*${source}"`),
  });
  if (problems.every(({ text }) => text === SAID.DUPLICATE_KEY)) readMap(document.contents, '');
  const ordered = problems.sort((a, b) => a.offset - b.offset);
  return {
    values: values as Values,
    lines,
    places,
    problems: ordered.map(({ offset, text }) => `${placeOf(offset)}: ${text}`),
  };

  /** The map at a place ("" or "units."), entry by entry. */
  function readMap(node: unknown, place: string): void {
    if (isMap(node)) {
      for (const pair of node.items) readPair(pair, place);
    } else if (!isEmpty(node)) {
      complain(
        offsetOf(node),
        `${place && `${place.slice(0, -1)}: `}${quote(plain(node))} is not a map; write KEY: VALUE, a line each`,
      );
    }
  }

  function readPair({ key, value }: Pair, place: string): void {
    const local = String(plain(key));
    const name = place + local;
    const found = optionList.find(([, option]) => option.key === name);
    if (found !== undefined && !local.includes('.')) readValue(found, key, value);
    else if (place === '' && Object.hasOwn(sections, name)) readMap(value, `${name}.`);
    else complain(offsetOf(key), unknownKey(name, place));
  }

  function readValue([name, { key: place, kind }]: (typeof optionList)[number], key: unknown, value: unknown): void {
    const parsed = kind.parse(plain(value));
    lines[name] = positionOf(offsetOf(key)).line;
    for (const entry of entriesOf(value)) places[`${place}.${plain(entry.key)}`] = placeOf(offsetOf(entry.key));
    if (isProblem(parsed)) complain(offsetOf(wrongIn(value, parsed)) ?? offsetOf(key), `${place}: ${parsed.problem}`);
    else values[name] = parsed.value;
  }

  /** The node that a problem is about. */
  function wrongIn(value: unknown, { item, entry }: Problem): unknown {
    const pair = entriesOf(value).find(({ key }) => String(plain(key)) === entry?.key);
    if (entry?.wrong === 'key') return pair?.key;
    return itemOf(pair ? pair.value : value, item);
  }

  function plain(node: unknown): unknown {
    if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(plain(key)), plain(value)]));
    return (node as Node | null)?.toJS(document) ?? null;
  }
}

/** In our words, where the library's name its own interface or say too little. */
const SAID: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key stands here a second time; leave one out',
  MULTIPLE_DOCS: 'a second document begins here; write everything into one',
};

function unknownKey(name: string, place: string): string {
  const keys = [...Object.keys(sections), ...optionList.flatMap(([, { key }]) => key ?? [])];
  if (keys.includes(name)) return `${name} is no one word; write ${name.replace('.', ':, and below it ')}: …`;
  const known = keys.filter((key) => key.startsWith(place) && !key.slice(place.length).includes('.'));
  return `there is no key ${name}; ${suggest(name, known, `use ${oneOf(known)}`)}`;
}

function entriesOf(node: unknown): readonly Pair[] {
  return isMap(node) ? node.items : [];
}

function itemOf(list: unknown, item: number | undefined): unknown {
  return item !== undefined && isSeq(list) ? list.items[item] : list;
}

/** A map whose entries are all commented out. */
function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}
