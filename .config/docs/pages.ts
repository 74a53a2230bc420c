import { encodeConfigSchema } from '../../src/config/schema.ts';
import { encodeThemeSchema } from '../../src/config/theme/schema.ts';
import { encodeSnapshotSchema } from '../../src/exporters/schema.ts';
import { formatKeysPage } from './keys.ts';
import { formatMetricsPage } from './metrics.ts';
import { formatOptionsPage } from './options.ts';
import { drawPicture } from './picture.ts';
import { formatThemesPage } from './themes.ts';

/** Every page and picture that is generated: the one list that a new one joins. */
export const pages: readonly { readonly file: string; readonly text: string }[] = [
  { file: 'docs/metrics.md', text: formatMetricsPage() },
  { file: 'docs/snapshot.schema.json', text: `${JSON.stringify(encodeSnapshotSchema(), null, 2)}\n` },
  { file: 'docs/options.md', text: formatOptionsPage() },
  { file: 'docs/keys.md', text: formatKeysPage() },
  { file: 'docs/config.schema.json', text: `${JSON.stringify(encodeConfigSchema(), null, 2)}\n` },
  { file: 'docs/screen.svg', text: await drawPicture() },
  { file: 'docs/themes.md', text: formatThemesPage() },
  { file: 'docs/theme.schema.json', text: `${JSON.stringify(encodeThemeSchema(), null, 2)}\n` },
];
