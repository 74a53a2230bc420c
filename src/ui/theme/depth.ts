import type { ColorDepth } from '../../config/settings.ts';
import type { Depth } from './theme.ts';

/** @param automatic what there is where nobody chose. */
export function depthOf(color: ColorDepth | 'auto', automatic: Depth): Depth {
  switch (color) {
    case 'auto':
      return automatic;
    case 'none':
      return 0;
    case '16':
      return 1;
    case '256':
      return 2;
    case 'truecolor':
      return 3;
  }
}
