import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';

/** A text in YAML (1.2) that is read piece by piece, and whatever turns out to be wrong with it. */
export interface YamlText {
  /** The document's node; undefined where the text is no YAML. */
  readonly root: unknown;
  /** A node as a plain value; an absent one as null. */
  plain(node: unknown): unknown;
  /** Where a node begins. */
  placeOf(node: unknown): Place;
  /** Notes what is wrong, at the first of the nodes that stands anywhere. */
  complain(nodes: readonly unknown[], text: string): void;
  /** All that is wrong, "line:column: …", in the order of the text. */
  problems(): readonly string[];
}

/** Both from 1. */
interface Place {
  readonly line: number;
  readonly col: number;
}

/** Reads a text; whatever is no YAML is among its problems, and nothing is thrown. */
export function parseYaml(text: string): YamlText {
  const lineCounter = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter, prettyErrors: false });
  const found: { readonly offset: number; readonly said: string }[] = [];
  for (const { pos, code, message } of [...document.errors, ...document.warnings])
    found.push({ offset: pos[0], said: SAID[code] ?? message });
  // Patterns like to begin with a star.
  visit(document, {
    Alias: (_, { range, source }) => {
      const said = `*${source} is a YAML alias, which is not known here; as text, write "*${source}"`;
      found.push({ offset: range?.[0] ?? 0, said });
    },
  });
  return {
    root: found.every(({ said }) => said === SAID.DUPLICATE_KEY) ? document.contents : undefined,
    plain,
    placeOf: (node) => lineCounter.linePos(offsetOf(node) ?? 0),
    complain(nodes, said) {
      found.push({ offset: nodes.map(offsetOf).find((offset) => offset !== undefined) ?? 0, said });
    },
    problems() {
      const ordered = found.sort((a, b) => a.offset - b.offset);
      return ordered.map(({ offset, said }) => `${formatPlace(lineCounter.linePos(offset))}: ${said}`);
    },
  };

  function plain(node: unknown): unknown {
    if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [String(plain(key)), plain(value)]));
    return (node as Node | null)?.toJS(document) ?? null;
  }
}

/** "line:column" */
export function formatPlace({ line, col }: Place): string {
  return `${line}:${col}`;
}

/** The entries of a map; of anything else none. */
export function entriesOf(node: unknown): readonly Pair[] {
  return isMap(node) ? node.items : [];
}

/** An item of a list; whatever else it is, itself. */
export function itemOf(list: unknown, item: number | undefined): unknown {
  return item !== undefined && isSeq(list) ? list.items[item] : list;
}

/** A map whose entries are all commented out, or nothing at all. */
export function isEmptyNode(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

/** In our words, where the library's name its own interface or say too little. */
const SAID: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key stands here a second time; leave one out',
  MULTIPLE_DOCS: 'a second document begins here; write everything into one',
};

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
