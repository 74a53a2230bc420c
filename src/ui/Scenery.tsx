import { Box } from 'ink';
import type { PanelName } from '../config/settings.ts';
import { drawAbove, drawBelow, drawScreen, isRoomy, type Scene } from './composition.ts';
import { useLook } from './LookContext.ts';
import { PanelFrame } from './PanelFrame.tsx';
import { DisksDetail } from './panels/disks-detail.tsx';
import { panelNamed } from './panels/index.ts';
import type { DetailProps } from './panels/panel.ts';
import { Rows } from './Rows.tsx';
import { drawCharts, zoomedFrame } from './zoomed.ts';

/** What a zoomed panel shows by a component instead of its lines; apart from the panels, which draw without React. */
const details: { readonly [P in PanelName]?: (props: DetailProps) => React.ReactElement } = { disks: DisksDetail };

/** The scene as Ink's: lines, but where a zoomed panel has a component of its own. */
export function Scenery({ scene }: { readonly scene: Scene }) {
  const look = useLook();
  const { state, width } = scene;
  const panel =
    state.zoomed && !state.overlay && !state.detail && !state.dialog && !state.explained && state.focus
      ? panelNamed(state.focus)
      : undefined;
  const Detail = panel && details[panel.name];
  if (panel && Detail && isRoomy(scene)) return <ZoomedScenery scene={scene} panel={panel} Detail={Detail} />;
  const lines = drawScreen(scene, look);
  return (
    <Box width={width} height={lines.length} flexDirection="column" overflow="hidden">
      <Rows lines={lines} />
    </Box>
  );
}

interface ZoomedProps {
  readonly scene: Scene;
  readonly panel: ReturnType<typeof panelNamed>;
  Detail(props: DetailProps): React.ReactElement;
}

function ZoomedScenery({ scene, panel, Detail }: ZoomedProps) {
  const look = useLook();
  const { state, frame, width, height, keymap } = scene;
  const above = drawAbove(scene, look);
  const below = drawBelow(scene, look);
  const body = { width, height: height - above.length - below.length };
  const inner = { width: width - 4, height: body.height - 2 };
  const charts = drawCharts(panel, frame, inner, look);
  return (
    <Box width={width} height={height} flexDirection="column" overflow="hidden">
      <Rows lines={above} />
      <PanelFrame {...zoomedFrame(panel, body, look, keymap)}>
        <Rows lines={charts} />
        <Detail frame={frame} width={inner.width} height={Math.max(0, inner.height - charts.length)} scroll={state.scroll} />
      </PanelFrame>
      <Rows lines={below} />
    </Box>
  );
}
