import type { Act } from './deed.ts';

/** What would permit an act that was forbidden, as text; capabilities(7). */
export function needsFor(act: Act, platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'an administrator';
  if (platform !== 'linux') return 'root';
  return act.type === 'signal' ? 'root or CAP_KILL' : 'root or CAP_SYS_NICE';
}
