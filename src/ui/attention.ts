import { type Attention, NOBODY } from '../metrics/process/attention.ts';
import type { ScreenState } from './screen-state.ts';

/** What the screen looks at closely: the process whose detail is open. */
export function attentionOf({ detail }: Pick<ScreenState, 'detail'>): Attention {
  return detail ? { ...NOBODY, closely: new Set([detail.process.pid]) } : NOBODY;
}
