import v8 from 'node:v8';

/**
 * A regular expression that answers in a time that grows with the text only, whatever it is: it is matched as usual, and where that
 * tries too many ways, by V8's other engine, which goes all ways at once. That one knows neither `i`, so big and small letters
 * are made the same before, nor all that an expression may hold; one with something else in it is refused.
 * @throws SyntaxError where it is none, Endless where it could take for ever
 */
export function createExpression(source: string): (text: string) => boolean {
  // Says what is wrong with it as it was written.
  const written = new RegExp(source, 'i');
  if (!prepareEngine()) return (text) => written.test(text);
  const lowered = lower(source);
  assertLinear(lowered);
  const expression = new RegExp(lowered);
  return (text) => expression.test(text.toLowerCase());
}

/** An expression may hold what can take for ever. */
export class Endless extends Error {}

/** So often may a search turn back before it is given to the other engine: most texts are searched through by then. */
const FLAGS = [
  '--enable-experimental-regexp-engine',
  '--enable-experimental-regexp-engine-on-excessive-backtracks',
  '--regexp-backtracks-before-fallback=2000',
];

let prepared: boolean | undefined;

/** Once, and only where somebody searches so. False where JavaScript isn't run by V8. */
function prepareEngine(): boolean {
  prepared ??= isPrepared();
  return prepared;
}

function isPrepared(): boolean {
  try {
    for (const flag of FLAGS) v8.setFlagsFromString(flag);
    return new RegExp('a', LINEAR).test('a');
  } catch {
    return false;
  }
}

/** The flag that asks for the other engine alone. */
const LINEAR = 'l';

function assertLinear(source: string) {
  try {
    new RegExp(source, LINEAR);
  } catch (error) {
    if (error instanceof SyntaxError && error.message.includes('linear')) throw new Endless(error.message);
    throw error;
  }
}

/** Escapes stay what they are (`\S` isn't `\s`), but for those of a letter by its number. */
function lower(source: string): string {
  return source.replace(/\\x([\da-f]{2})|\\u([\da-f]{4})|\\.|[^\\]+/gis, (part, two?: string, four?: string) => {
    const code = two ?? four;
    if (code === undefined) return part.startsWith('\\') ? part : part.toLowerCase();
    const letter = String.fromCharCode(Number.parseInt(code, 16)).toLowerCase();
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
