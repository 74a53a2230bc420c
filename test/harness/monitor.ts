import type { Rule } from '../../src/alerts/alert.ts';
import { createWatch } from '../../src/alerts/watch.ts';
import { metricNames } from '../../src/metrics/index.ts';
import { unavailable } from '../../src/metrics/outcome.ts';
import { createAttention } from '../../src/metrics/process/attention.ts';
import { createMonitor, type Frame, type Monitor } from '../../src/monitor.ts';
import type { Parts, Source } from '../../src/sampling/reading.ts';
import type { Sample } from '../../src/sampling/sample.ts';
import { createSampler } from '../../src/sampling/sampler.ts';
import { createStore } from '../../src/sampling/store.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';

/** A monitor whose samples a test writes: each at the clock's time, `write` says what the nth one holds. */
export function createScriptedMonitor(
  clock: FakeClock,
  write: (nth: number, blank: Sample) => Sample,
  rules: readonly Rule[] = [],
): Monitor {
  let nth = 0;
  return createMonitor({
    source: blankSource(clock),
    clock,
    interval: 1,
    attention: createAttention(),
    filter: (blank) => ({ ...write(nth++, blank), moment: blank.moment }),
    watch: createWatch(rules),
    onEnd: () => {},
  });
}

/** A monitor that shows one frame for ever. */
export function monitorShowing(frame: Frame): Monitor {
  const clock = createFakeClock();
  const sampler = createSampler({ source: blankSource(clock), clock, interval: 1, onSample: () => {}, onEnd: () => {} });
  return { frames: createStore<Frame | undefined>(frame), sampler, attend: () => {} };
}

/** Knows what time it is, and nothing else. */
function blankSource(clock: FakeClock): Source {
  return {
    async read() {
      const at = clock.monotonic();
      const parts = metricNames.map((name) => [name, { at, outcome: unavailable('not in this test') }]);
      return { time: clock.now(), monotonic: at, sinceBoot: clock.sinceBoot(), parts: Object.fromEntries(parts) as Parts };
    },
  };
}
