import { isCollection, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { encodeYaml } from './encode-yaml.ts';
import type { Yaml } from './kind.ts';

/** One entry to be written; without a value, to be taken out. */
export interface Edit {
  /** Its place in the file: "theme", "units.network". */
  readonly key: string;
  readonly written: Yaml | undefined;
}

/**
 * Pure: the text of a configuration file with its entries changed. Only the lines of those change; comments, order, blanks
 * and line ends stay, byte for byte. `text` has to be YAML without errors.
 */
export function editConfigText(text: string, edits: readonly Edit[]): string {
  return edits.reduce((edited, { key, written }) => editEntry(edited, key.split('.'), written), text);
}

/** A part of the text, and what stands there instead. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

function editEntry(text: string, [name = '', inner]: readonly string[], written: Yaml | undefined): string {
  const document = parseDocument(text);
  const root: Node | null = document.contents;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const { from, to, by } = spliceEntry() ?? { from: 0, to: 0, by: '' };
  return text.slice(0, from) + by + text.slice(to);

  function spliceEntry(): Splice | undefined {
    const pair = isMap(root) ? pairOf(root, name) : undefined;
    const section = pair?.value;
    if (inner === undefined) return pair && isMap(root) ? splicePair(root, pair) : addToRoot();
    if (!isMap(section)) return pair && !isFlow(root) ? addBelow(pair) : addToRoot();
    const entry = pairOf(section, inner);
    return entry ? splicePair(section, entry) : addTo(section, inner);
  }

  function splicePair(map: YAMLMap, pair: Pair): Splice | undefined {
    if (isFlow(map)) return spliceFlow(map, inner ?? name);
    const start = lineStart(startOf(pair.key));
    if (written === undefined) return { from: start, to: nextLine(endOf(pair)), by: '' };
    const value = pair.value as Node | null;
    if (isSeq(value) && !isFlow(value) && Array.isArray(written) && written.length > 0) return spliceItems(value, written);
    if (isSeq(value) && isFlow(value) && Array.isArray(written)) return rewrite(mergeItems(value, written));
    // A list of lines becomes an empty one, which can't be lines; what is nothing has no place of its own.
    if (isCollection(value) || value?.range?.[0] === value?.range?.[1]) {
      const colon = text.indexOf(':', endOfNode(pair.key)) + 1;
      return { from: colon, to: isCollection(value) ? lastCharacter(endOf(pair)) : colon, by: ` ${encodeYaml(written)}` };
    }
    return replace(value, encodeYaml(written));
  }

  /** Each item with its line, and the comments between it and the one before. */
  function spliceItems(list: YAMLSeq, items: readonly unknown[]): Splice {
    const starts = list.items.map((item) => lineStart(startOf(item)));
    const ends = list.items.map((item) => nextLine(endOf(item)));
    const [first = 0] = starts;
    const last = ends.at(-1) ?? first;
    const lead = /^\s*-\s+/.exec(text.slice(first))?.[0] ?? '- ';
    const known = list.items.map((item, i) => ({
      value: plain(item),
      lines: withLineEnd(text.slice(i === 0 ? first : ends[i - 1], ends[i])),
    }));
    const lineOf = (item: unknown) => known.find(({ value }) => value === item)?.lines ?? `${lead}${encodeYaml(item)}${lineEnd}`;
    return { from: first, to: last, by: items.map(lineOf).join('') };
  }

  function spliceFlow(map: YAMLMap, key: string): Splice {
    const pair = pairOf(map, key);
    if (pair && isSeq(pair.value) && Array.isArray(written)) return rewrite(mergeItems(pair.value, written));
    if (written === undefined) map.delete(key);
    else if (pair && isScalar(pair.value) && startOf(pair.value) < endOfNode(pair.value))
      return replace(pair.value, withoutBrackets([written]));
    else return addToFlow(map, key, written);
    return rewrite(map);
  }

  /** Behind the last one, and before its comment. */
  function addToFlow(map: YAMLMap, key: string, value: unknown): Splice {
    const last = map.items.at(-1);
    if (last && !pairOf(map, key)) return { from: endOf(last), to: endOf(last), by: `, ${withoutBrackets({ [key]: value })}` };
    map.set(key, document.createNode(value, { flow: true }));
    return rewrite(map);
  }

  function addToRoot(): Splice | undefined {
    if (written === undefined) return undefined;
    if (isMap(root) && isFlow(root)) return addToFlow(root, name, inner === undefined ? written : { [inner]: written });
    const marker = /^\.\.\.(\s|$)/m.exec(text)?.index ?? text.length;
    const indent = isMap(root) ? indentOf(root) : '';
    const entry =
      inner === undefined
        ? `${indent}${name}: ${encodeYaml(written)}`
        : `${indent}${name}:${lineEnd}${indent}  ${inner}: ${encodeYaml(written)}`;
    return { from: marker, to: marker, by: `${openLine(marker)}${entry}${lineEnd}` };
  }

  function addTo(section: YAMLMap, key: string): Splice | undefined {
    if (written === undefined) return undefined;
    if (isFlow(section)) return spliceFlow(section, key);
    const at = nextLine(endOf(section));
    return { from: at, to: at, by: `${openLine(at)}${indentOf(section)}${key}: ${encodeYaml(written)}${lineEnd}` };
  }

  /** Into a section of which all is commented out. */
  function addBelow(section: Pair): Splice | undefined {
    if (written === undefined) return undefined;
    const at = nextLine(endOfNode(section.key));
    const indent = indentAt(startOf(section.key));
    return { from: at, to: at, by: `${openLine(at)}${indent}  ${inner}: ${encodeYaml(written)}${lineEnd}` };
  }

  function replace(node: Node | null, by: string): Splice {
    const from = startOf(node);
    const to = endOfNode(node);
    return { from, to: lastCharacter(to), by };
  }

  /** What stands in brackets, with the comments in it: with such, in lines of its own. */
  function rewrite(node: Node): Splice {
    node.commentBefore = null;
    node.comment = null;
    return replace(node, encodeYaml(node).replaceAll('\n', `${lineEnd}${indentAt(startOf(node))}`));
  }

  /** The same list with other items; those that stay keep their comments. */
  function mergeItems(list: YAMLSeq, items: readonly unknown[]): YAMLSeq {
    const before = [...list.items];
    list.items = items.map((item) => before.find((one) => plain(one) === item) ?? document.createNode(item));
    return list;
  }

  function plain(node: unknown): unknown {
    return (node as Node).toJS(document);
  }

  function lineStart(at: number): number {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Where the line after the one that ends or goes on here begins. */
  function nextLine(at: number): number {
    if (text[at - 1] === '\n') return at;
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end + 1;
  }

  /** Block texts and lists end behind their line. */
  function lastCharacter(end: number): number {
    return text.slice(0, end).replace(/\r?\n$/, '').length;
  }

  /** What has to come before a new line here. */
  function openLine(at: number): string {
    return at === 0 || text[at - 1] === '\n' || text.slice(0, at) === '\ufeff' ? '' : lineEnd;
  }

  function withLineEnd(lines: string): string {
    return lines.endsWith('\n') ? lines : lines + lineEnd;
  }

  /** Of the line. */
  function indentAt(at: number): string {
    return /^[ \t]*/.exec(text.slice(lineStart(at)))?.[0] ?? '';
  }

  function indentOf(map: YAMLMap): string {
    const key = startOf(map.items[0]?.key);
    return text.slice(lineStart(key), key).replace('\ufeff', '');
  }
}

/** What stands in the brackets of a list or a map: there a comma, too, wants quotes. */
function withoutBrackets(written: object): string {
  return encodeYaml(written).slice(1, -1);
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && String(key.value) === name);
}

function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}

function endOfNode(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[1] ?? 0;
}

/** Where the last thing in it ends, before the comments that follow. */
function endOf(part: unknown): number {
  if (isCollection(part) && !isFlow(part)) return endOf(part.items.at(-1));
  if (typeof part === 'object' && part !== null && 'key' in part && 'value' in part) {
    const { key, value } = part as Pair;
    const node = value as Node | null;
    return node?.range && node.range[0] < node.range[1] ? endOf(node) : endOfNode(key);
  }
  return endOfNode(part);
}
