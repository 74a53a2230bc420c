import type { Alerts } from './alerts/alert.ts';
import { known } from './metrics/outcome.ts';
import type { Attention, AttentionBox } from './metrics/process/attention.ts';
import type { Clock } from './platform/clock.ts';
import { createTracks, type Tracks } from './processes/track.ts';
import { type History, remember } from './sampling/history.ts';
import { distill } from './sampling/past.ts';
import { rememberPeaks } from './sampling/peaks.ts';
import type { Source } from './sampling/reading.ts';
import type { Sample } from './sampling/sample.ts';
import { createSampler, type Sampler } from './sampling/sampler.ts';
import { createStore, type Store } from './sampling/store.ts';
import type { Seconds } from './units/quantity.ts';

/** All that a consumer sees of one instant. */
export interface Frame {
  readonly sample: Sample;
  readonly history: History;
  /** The last hour, coarsely: see `rememberPeaks`. */
  readonly peaks?: History;
  readonly alerts: Alerts;
  /** Of each process since it was first seen. It goes on with the samples: whoever pauses keeps a copy. */
  readonly tracks: Tracks;
}

/** Sampler, alerts and store, joined: every consumer subscribes here. */
export interface Monitor {
  /** undefined until the first sample. */
  readonly frames: Store<Frame | undefined>;
  readonly sampler: Sampler;
  /** Says what is looked at, from the next sample on. */
  attend(attention: Attention): void;
}

export interface MonitorOptions {
  readonly source: Source;
  readonly clock: Clock;
  readonly interval: Seconds;
  readonly priming?: Seconds | undefined;
  /** The one that the source asks. */
  readonly attention: AttentionBox;
  /** What is listed of a sample, by the user's choice; everything downstream sees only that. */
  filter(sample: Sample): Sample;
  /** Keeps the state of the alert rules from sample to sample. */
  watch(sample: Sample): Alerts;
  onEnd(error?: unknown): void;
}

export function createMonitor({ filter, watch, attention, ...options }: MonitorOptions): Monitor {
  const frames = createStore<Frame | undefined>(undefined);
  const tracks = createTracks();
  const sampler = createSampler({
    ...options,
    onSample(whole) {
      const sample = filter(whole);
      const processes = known(sample.process);
      if (processes) tracks.add(processes.all, sample.moment);
      const before = frames.get();
      const kept = distill(sample);
      const history = remember(before?.history ?? [], kept);
      frames.set({ sample, history, peaks: rememberPeaks(before?.peaks ?? [], kept), alerts: watch(sample), tracks });
    },
  });
  return { frames, sampler, attend: attention.set };
}
