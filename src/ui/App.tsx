import { Box, useWindowSize } from 'ink';
import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { PanelName, Settings } from '../config/settings.ts';
import type { Frame, Monitor } from '../monitor.ts';
import type { Action, Intent } from './action.ts';
import { bodyHeight, layoutOf, listHeight } from './arrangement.ts';
import { bannerRows, drawBanner } from './banner.ts';
import { drawCompact, drawOneLine } from './compact.ts';
import { fitLine, type Line, span } from './draw/line.ts';
import { drawFooter } from './footer.ts';
import { drawHeader } from './header.ts';
import { actionFor } from './keymap.ts';
import { LookContext } from './LookContext.ts';
import type { Place } from './layout.ts';
import type { Look } from './look.ts';
import { drawAlerts } from './overlays/alerts.ts';
import { drawHelp } from './overlays/help.ts';
import { PanelFrame } from './PanelFrame.tsx';
import { panelNamed, panels } from './panels/index.ts';
import { listProcesses } from './processes/listing.ts';
import { ProcessesContext } from './processes/ProcessesContext.ts';
import { Row, Rows } from './Rows.tsx';
import { initialState, reduceScreen, type ScreenState } from './screen-state.ts';
import { useFrame } from './useFrame.ts';
import { type News, type ScreenServices, useIntents } from './useIntents.ts';
import { useKeys } from './useKeys.ts';
import { ZoomedPanel } from './ZoomedPanel.tsx';

export interface AppProps {
  readonly monitor: Monitor;
  readonly settings: Pick<Settings, 'panels'>;
  readonly look: Look;
  readonly services: ScreenServices;
  /** Hands out how to draw everything anew. */
  onRedraw(redraw: () => void): void;
}

/** Below this the three numbers that matter most are all there is room for. */
const LEAST = { width: 40, height: 10 };
/** Seconds that a message stays. */
const MESSAGE_LENGTH = 6;

export function App({ monitor, settings, look, services, onRedraw }: AppProps) {
  const { columns: width, rows: height } = useWindowSize();
  const live = useFrame(monitor);
  const [state, dispatch] = useReducer(reduceScreen, settings.panels, initialState);
  const frame = state.paused ?? live;
  const view = viewOf(state, frame, look, height);

  const listing = useMemo(() => listProcesses(frame?.sample.process, state.processes), [frame?.sample.process, state.processes]);
  const processes = useMemo(() => ({ view: state.processes, listing }), [state.processes, listing]);

  // Keys may come faster than renders: what a key means is known at once, not with the next state.
  const editing = useRef(false);
  const carryOut = useIntents(monitor, services);
  useEffect(() => onRedraw(() => void carryOut({ type: 'redraw' }, undefined)));

  useKeys((key) => {
    if (editing.current && key !== 'ctrl+c') {
      editing.current = key !== 'enter' && key !== 'escape';
      return dispatch({ type: 'typeQuery', key });
    }
    const action = actionFor(key);
    if (action === undefined) return;
    if (action.type === 'editQuery') editing.current = true;
    const listed = { ids: listing.ids, height: frame ? listHeight(state, frame, width, height) : 1 };
    dispatch({ type: 'act', action, frame: live, page: Math.max(1, height - 6), end: view.end, listed });
    if (isIntent(action)) void tell(carryOut(action, frame));
  });

  async function tell(answer: Promise<News | undefined>) {
    const message = await answer;
    const now = monitor.frames.get()?.sample.moment.monotonic ?? 0;
    if (message) dispatch({ type: 'tell', message: { ...message, until: now + MESSAGE_LENGTH } });
  }

  if (!frame || !live) return null;
  const size = { width, height };
  return (
    <LookContext value={look}>
      <ProcessesContext value={processes}>
        <Screen {...{ state, frame, live, look, size, interval: monitor.sampler.interval, overlay: view.overlay }} />
      </ProcessesContext>
    </LookContext>
  );
}

interface ScreenProps {
  readonly state: ScreenState;
  readonly frame: Frame;
  readonly live: Frame;
  readonly look: Look;
  readonly interval: number;
  readonly overlay: readonly Line[] | undefined;
  readonly size: { readonly width: number; readonly height: number };
}

function Screen({ state, frame, live, look, interval, overlay, size: { width, height } }: ScreenProps) {
  if (width < LEAST.width || height < LEAST.height) return <Row line={drawOneLine(frame, width, look)} />;
  const header = drawHeader(frame, { width, interval, live, paused: state.paused !== undefined }, look);
  const banner = drawBanner(frame.alerts.firing, width, bannerRows(frame.alerts.firing, height), look);
  const footer = fitLine(drawFooter(state, live.sample.moment.monotonic, width, look), width);
  const body = { width, height: bodyHeight(frame, height) };
  return (
    <Box width={width} height={height} flexDirection="column" overflow="hidden">
      <Row line={fitLine(header, width)} />
      <Rows lines={banner} />
      <Box width={width} height={body.height} flexDirection="column" overflow="hidden">
        <Body {...{ state, frame, look, overlay, ...body }} />
      </Box>
      <Row line={footer} />
    </Box>
  );
}

type BodyProps = Pick<ScreenProps, 'state' | 'frame' | 'look' | 'overlay'> & { width: number; height: number };

function Body({ state, frame, look, overlay, width, height }: BodyProps) {
  if (overlay && state.overlay) {
    const inner = height - 2;
    const scroll = Math.min(state.scroll, Math.max(0, overlay.length - inner));
    const lines = overlay.slice(scroll, scroll + inner).map((line) => fitLine(line, width - 4));
    const from = `${scroll + 1}–${scroll + lines.length} of ${overlay.length}`;
    const caption = lines.length < overlay.length ? [span(`${from}  ↑↓`, look.theme.dim)] : [];
    return (
      <PanelFrame width={width} height={height} title={state.overlay} accent={look.theme.title} focused caption={caption}>
        <Rows lines={lines} />
      </PanelFrame>
    );
  }
  if (state.zoomed && state.focus) {
    return (
      <ZoomedPanel
        panel={panelNamed(state.focus)}
        hotkey={hotkeyOf(state.focus)}
        {...{ frame, width, height }}
        scroll={state.scroll}
      />
    );
  }
  const shown = panels.filter((panel) => state.visible.includes(panel.name));
  if (shown.length === 0) return <Row line={[span(` No panel is shown: press 1 to ${panels.length}.`, look.theme.dim)]} />;
  const layout = layoutOf(frame, state.visible, width, height);
  if (layout.kind === 'compact') return <Rows lines={drawCompact(shown, frame, { width, height }, look)} />;
  return layout.bands.map((band) => (
    <Box key={band[0]?.[0]?.panel ?? ''}>
      {band.map((column) => (
        <Box key={column[0]?.panel ?? ''} flexDirection="column">
          {column.map((place) => (
            <PlacedPanel key={place.panel} place={place} frame={frame} look={look} focused={state.focus === place.panel} />
          ))}
        </Box>
      ))}
    </Box>
  ));
}

function PlacedPanel({ place, frame, look, focused }: { place: Place; frame: Frame; look: Look; focused: boolean }) {
  const panel = panelNamed(place.panel);
  const caption = panel.caption?.(frame, look);
  return (
    <PanelFrame
      width={place.width}
      height={place.height}
      title={panel.title}
      hotkey={hotkeyOf(panel.name)}
      accent={look.theme[panel.accent]}
      focused={focused}
      {...(caption && { caption })}
    >
      <panel.Content frame={frame} width={place.width - 4} height={place.height - 2} scroll={0} />
    </PanelFrame>
  );
}

/** The overlay's lines, and how far the screen can scroll. */
function viewOf(state: ScreenState, frame: Frame | undefined, look: Look, height: number) {
  if (frame === undefined) return { overlay: undefined, end: 0 };
  if (state.overlay === undefined) {
    // A bound for all that the panel may list; the panel itself knows where it ends.
    const end = state.zoomed && state.focus ? panelNamed(state.focus).demand(frame).most : 0;
    return { overlay: undefined, end };
  }
  const overlay = state.overlay === 'help' ? drawHelp(look) : drawAlerts(frame.alerts, look);
  return { overlay, end: Math.max(0, overlay.length - (height - 4)) };
}

function hotkeyOf(name: PanelName): string {
  return String(panels.findIndex((panel) => panel.name === name) + 1);
}

const INTENTS: ReadonlySet<Action['type']> = new Set<Intent['type']>(['save', 'changeInterval', 'redraw', 'suspend', 'quit']);

function isIntent(action: Action): action is Intent {
  return INTENTS.has(action.type);
}
