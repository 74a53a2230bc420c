import { isMap, type Pair } from 'yaml';
import { oneOf, suggest } from '../units/nearest.ts';
import { isProblem, type Problem, quote } from './kind.ts';
import { type OptionName, optionList, optionsAt, type Values } from './option-list.ts';
import { sections } from './option-table.ts';
import { entriesOf, formatPlace, isEmptyNode, itemOf, parseYaml } from './yaml.ts';

/** What a configuration file says, and on which line. */
export interface ConfigDocument {
  readonly values: Values;
  readonly lines: { readonly [K in OptionName]?: number };
  /** Where the values stand, "line:column", and the entries of what is a map: by "preset", "bindings.quit". */
  readonly places: Readonly<Record<string, string>>;
  /** What is wrong with it, "line:column: …", in the order of the file; all else was read. */
  readonly problems: readonly string[];
}

/** Reads a configuration file's YAML (1.2). Empty is fine. */
export function parseConfigDocument(text: string): ConfigDocument {
  const { root, plain, placeOf, complain, problems } = parseYaml(text);
  const values: Record<string, unknown> = {};
  const lines: Record<string, number> = {};
  const places: Record<string, string> = {};
  readMap(root, '');
  return { values: values as Values, lines, places, problems: problems() };

  /** The map at a place ("" or "units."), entry by entry. */
  function readMap(node: unknown, place: string): void {
    if (isMap(node)) {
      for (const pair of node.items) readPair(pair, place);
    } else if (!isEmptyNode(node)) {
      complain([node], `${place && `${place.slice(0, -1)}: `}${quote(plain(node))} is not a map; write KEY: VALUE, a line each`);
    }
  }

  function readPair({ key, value }: Pair, place: string): void {
    const local = String(plain(key));
    const name = place + local;
    const found = optionList.find(([, option]) => option.key === name);
    if (found !== undefined && !local.includes('.')) readValue(found, key, value);
    else if (place === '' && Object.hasOwn(sections, name)) readMap(value, `${name}.`);
    else complain([key], unknownKey(name, place));
  }

  function readValue([name, { key: place, kind }]: (typeof optionList)[number], key: unknown, value: unknown): void {
    const parsed = kind.parse(plain(value));
    lines[name] = placeOf(key).line;
    if (place !== undefined) places[place] = formatPlace(placeOf(isEmptyNode(value) ? key : value));
    for (const entry of entriesOf(value)) places[`${place}.${plain(entry.key)}`] = formatPlace(placeOf(entry.key));
    if (isProblem(parsed)) complain([wrongIn(value, parsed), key], `${place}: ${parsed.problem}`);
    else values[name] = parsed.value;
  }

  /** The node that a problem is about. */
  function wrongIn(value: unknown, { item, entry }: Problem): unknown {
    const pair = entriesOf(value).find(({ key }) => String(plain(key)) === entry?.key);
    if (entry?.wrong === 'key') return pair?.key;
    return itemOf(pair ? pair.value : value, item);
  }
}

function unknownKey(name: string, place: string): string {
  if (optionList.some(([, { key }]) => key === name))
    return `${name} is no one word; write ${name.replace('.', ':, and below it ')}: …`;
  const known = [...(place === '' ? Object.keys(sections) : []), ...optionsAt(place).map(([local]) => place + local)];
  return `there is no key ${name}; ${suggest(name, known, `use ${oneOf(known)}`)}`;
}
