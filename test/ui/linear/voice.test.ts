import { describe, expect, it } from 'vitest';
import { bindings } from '../../../src/keymap/bindings.ts';
import { createKeymap } from '../../../src/keymap/keymap.ts';
import { keysOfPreset } from '../../../src/keymap/keys-in-force.ts';
import { presetNames } from '../../../src/keymap/presets.ts';
import { createVoice } from '../../../src/ui/linear/voice.ts';
import { household } from '../../harness/household.ts';
import { createFrames } from './frames.ts';

const voiceOf = (keys = true, preset: (typeof presetNames)[number] = 'sysmon') =>
  createVoice({ units: () => ({}), keymap: () => createKeymap(keysOfPreset(preset)), keys });

describe('the voice', () => {
  it('begins with whose numbers these are, a summary and the way to more; then it is silent', () => {
    const voice = voiceOf();
    const frame = createFrames();
    expect(voice.hear(frame(0, household()))).toMatchInlineSnapshot(`
      [
        "sysmon. Not known here: pressure (PSI), filesystems, disks, network, sensors, battery and host.",
        "CPU 50%, 4 cores; memory 50 of 100 GiB, 50%; busiest: node (101) 60%.",
        "From here on only changes are told; Enter tells this again, question mark all keys, q quits.",
      ]
    `);
    expect(voice.hear(frame(1, household()))).toEqual([]);
  });

  it('speaks of no keys where none are read', () => {
    expect(voiceOf(false).hear(createFrames()(0, household())).join(' ')).not.toContain('quits');
  });

  it('answers to the keys of the panels, of the processes and of the alerts', () => {
    const voice = voiceOf();
    voice.hear(createFrames()(0, household()));
    expect(
      ['1', '2', '3', '4', '5', '6', 'c', 'm', 'a'].map((key) => [key, ...voice.press(key).sentences]),
    ).toMatchInlineSnapshot(`
      [
        [
          "1",
          "CPU 50%. Busiest of 4 cores: core 0, 50%.",
        ],
        [
          "2",
          "Memory 50%: 50 of 100 GiB in use, 50 GiB available.",
        ],
        [
          "3",
          "Filesystems: not in this test. Disks: not in this test.",
        ],
        [
          "4",
          "Network: not in this test.",
        ],
        [
          "5",
          "Pressure: not in this test. Sensors: not in this test. Battery: not in this test.",
        ],
        [
          "6",
          "30 processes. Busiest: node (101) 60%, node (102) 40%, worker-24 (524) 24%, worker-23 (523) 23% and worker-22 (522) 22%. Largest: node (101) 1.5 GiB, node (102) 300 MiB, worker-24 (524) 24 MiB, worker-23 (523) 23 MiB and worker-22 (522) 22 MiB.",
        ],
        [
          "c",
          "Busiest: node (101) 60%, node (102) 40%, worker-24 (524) 24%, worker-23 (523) 23%, worker-22 (522) 22%, worker-21 (521) 21%, worker-20 (520) 20% and worker-19 (519) 19%.",
        ],
        [
          "m",
          "Largest: node (101) 1.5 GiB, node (102) 300 MiB, worker-24 (524) 24 MiB, worker-23 (523) 23 MiB, worker-22 (522) 22 MiB, worker-21 (521) 21 MiB, worker-20 (520) 20 MiB and worker-19 (519) 19 MiB.",
        ],
        [
          "a",
          "No alert fires, and none was resolved since sysmon was started.",
        ],
      ]
    `);
  });

  it('tells the summary again, and the keys', () => {
    const voice = voiceOf();
    const [, summary] = voice.hear(createFrames()(0, household()));
    expect(voice.press('enter').sentences).toEqual([summary]);
    expect(voice.press('?').sentences).toMatchInlineSnapshot(`
      [
        "Enter: the summary, now.",
        "1: CPU.",
        "2: memory.",
        "3: filesystems and disks.",
        "4: network.",
        "5: pressure, sensors and battery.",
        "6: processes.",
        "c: the busiest processes.",
        "m: the largest processes.",
        "a: what fires, and what was resolved.",
        "p: tell nothing by itself, or tell again.",
        "s: save a snapshot as JSON.",
        "plus: sample less often.",
        "minus: sample more often.",
        "question mark, h and F1: these keys.",
        "Ctrl+Z: suspend.",
        "q and Ctrl+C: quit.",
        "Not here: signals, nice values, filters and settings. To act on a process, use kill and renice with the number behind its name.",
      ]
    `);
  });

  it('is quiet while paused, and then tells what is another by now', () => {
    const voice = voiceOf();
    const frame = createFrames();
    voice.hear(frame(0, { memory: 0.5 }));
    expect(voice.press('p').sentences).toEqual(['Quiet: nothing is told by itself until p is pressed again.']);
    for (let at = 1; at < 30; at += 1) expect(voice.hear(frame(at, { memory: 0.9 }))).toEqual([]);
    expect(voice.press('p').sentences).toEqual(['Changes are told again.']);
    expect(voice.hear(frame(30, { memory: 0.9 }))).toEqual(['Warning: memory crossed 85%, now 90%.']);
  });

  it('leaves no key without an answer, in any preset', () => {
    for (const preset of presetNames) {
      const voice = voiceOf(true, preset);
      voice.hear(createFrames()(0, household()));
      const keys = bindings.flatMap(({ id }) => keysOfPreset(preset)[id] ?? []);
      for (const key of [...keys, 'ß', 'f11', 'alt+x']) {
        const { sentences, errand } = voice.press(key);
        expect([key, sentences.join('') !== '' || errand !== undefined]).toEqual([key, true]);
      }
    }
  });

  it('acts on no process, and says so', () => {
    const voice = voiceOf();
    voice.hear(createFrames()(0, household()));
    expect(voice.press('k')).toEqual({
      sentences: ['nothing acts on processes in the linear mode; question mark tells the keys.'],
    });
  });

  it('lets whoever wants out get out before anything was read', () => {
    expect(voiceOf().press('q').errand).toEqual({ type: 'quit' });
    expect(voiceOf().press('ctrl+c').errand).toEqual({ type: 'quit' });
    expect(voiceOf().press('1')).toEqual({ sentences: [] });
  });
});
