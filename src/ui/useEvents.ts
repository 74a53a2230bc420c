import { useEffect, useEffectEvent } from 'react';
import type { Settings } from '../config/settings.ts';
import type { Keymap } from '../keymap/keymap.ts';
import type { Frame, Monitor } from '../monitor.ts';
import type { Store } from '../sampling/store.ts';
import { observe } from './acting/observe.ts';
import { continueInspection } from './detail/inspection.ts';
import { followSettings } from './follow-settings.ts';
import type { News, ScreenState } from './screen-state.ts';
import type { ScreenServices } from './services.ts';
import { newsOf } from './settings/text.ts';

/** Whence something comes, and how it is told. */
export interface Events {
  readonly monitor: Monitor;
  readonly settings: Pick<Settings, 'panels' | 'preset' | 'layouts' | 'processColumns'>;
  readonly services: Pick<ScreenServices, 'configuration' | 'inspect'>;
  readonly keymap: Keymap;
  /** The latest frame that is drawn. */
  readonly live: Frame | undefined;
  tell(news: News): void;
}

/** Keeps the state up with what nobody has pressed a key for: settings that changed, a file that was read anew, a sample. */
export function useEvents(store: Store<ScreenState>, { monitor, settings, services, keymap, live, tell }: Events): void {
  const { configuration, inspect } = services;

  useEffect(() => {
    const followed = followSettings(store.get(), settings);
    if (followed !== store.get()) store.set(followed);
  }, [store, settings]);

  const tellReload = useEffectEvent(() => {
    const reload = configuration.reloads.get();
    if (reload) tell(newsOf(reload));
  });
  useEffect(() => configuration.reloads.subscribe(() => tellReload()), [configuration]);

  // The frame and what its process tells are drawn together.
  const inspectAgain = useEffectEvent(() => {
    const frame = monitor.frames.get();
    const { detail, paused, ...rest } = store.get();
    if (frame && detail && !paused) store.set({ ...rest, paused, detail: continueInspection(detail, frame, inspect) });
  });
  useEffect(() => monitor.frames.subscribe(() => inspectAgain()), [monitor]);

  useEffect(() => {
    if (live === undefined) return;
    const { state, news } = observe(store.get(), live, keymap.keyFor('signal'));
    if (state !== store.get()) store.set(state);
    if (news) tell(news);
  });
}
