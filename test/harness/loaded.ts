import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The parts of the built program that ran, from the folder that NODE_V8_COVERAGE named. */
export function scriptsIn(coverage: string): readonly string[] {
  return readdirSync(coverage).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(path.join(coverage, name), 'utf8')) as { result: { url: string }[] };
    return result.filter(({ url }) => url.includes('/dist/')).map(({ url }) => path.basename(url));
  });
}
