import { describe, expect, it } from 'vitest';
import type { Control } from '../../../src/control/control.ts';
import { beginPursuit } from '../../../src/control/pursuit.ts';
import { signalsOn } from '../../../src/control/signal.ts';
import { bindings } from '../../../src/keymap/bindings.ts';
import { createKeymap } from '../../../src/keymap/keymap.ts';
import { keysOfPreset } from '../../../src/keymap/keys-in-force.ts';
import { presetNames } from '../../../src/keymap/presets.ts';
import { createVoice } from '../../../src/ui/linear/voice.ts';
import { household } from '../../harness/household.ts';
import { filesystemOf, processOf } from '../../harness/sample.ts';
import { createFrames } from './frames.ts';

const voiceOf = (keys = true, preset: (typeof presetNames)[number] = 'sysmon') =>
  createVoice({
    units: () => ({}),
    keymap: () => createKeymap(keysOfPreset(preset)),
    control: () => ({ off: 'readonly' }),
    keys,
  });

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

  it('names the worst of many alerts in its summary, and counts the rest', () => {
    const filesystem = Array.from({ length: 9 }, (_, i) => filesystemOf(`/mnt/${i}`, i === 7 ? 0.99 : 0.92));
    const said = voiceOf(false).hear(createFrames()(0, { filesystem }));
    expect(said.slice(2)).toEqual([
      'Critical: /mnt/7 99% full.',
      ...['/mnt/0', '/mnt/1', '/mnt/2'].map((mount) => `Warning: ${mount} 92% full.`),
      'And 5 more alerts.',
    ]);
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
        "slash: processes by name or query: it is asked for.",
        "a: what fires, and what was resolved.",
        "k, F9 and Del: send a signal to a process: its name or number is asked for.",
        "z: freeze a process first, then look.",
        "F7 and ]: lower the nice value of a process by one, for more CPU.",
        "F8 and [: raise the nice value of a process by one, for less CPU.",
        "p: tell nothing by itself, or tell again.",
        "s: save a snapshot as JSON.",
        "plus: sample less often.",
        "minus: sample more often.",
        "question mark, h and F1: these keys.",
        "Ctrl+Z: suspend.",
        "q and Ctrl+C: quit.",
        "Not here: settings; the configuration file is followed. What takes an answer is asked for in words, and left by Escape.",
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
        const { sentences, errands = [] } = voice.press(key);
        expect([key, sentences.join('') !== '' || errands.length > 0]).toEqual([key, true]);
        if (sentences[0]?.includes('? Type')) voice.press('escape');
      }
    }
  });

  it('lets whoever wants out get out before anything was read', () => {
    expect(voiceOf().press('q').errands).toEqual([{ type: 'quit' }]);
    expect(voiceOf().press('ctrl+c').errands).toEqual([{ type: 'quit' }]);
    expect(voiceOf().press('1')).toEqual({ sentences: [] });
  });
});

describe('finding processes', () => {
  function begin() {
    const voice = voiceOf();
    voice.hear(createFrames()(0, household()));
    return (...keys: readonly string[]) => keys.map((key) => voice.press(key)).at(-1)?.sentences;
  }

  it('tells who matches a name or a query, and what they take together', () => {
    const press = begin();
    expect(press('/')).toEqual([
      'Which processes? Type a name, or a query such as cpu>20 and user=root, then Enter; Escape leaves.',
    ]);
    expect(press(...'worker', 'space', ...'mem>=23M', 'enter')).toMatchInlineSnapshot(`
      [
        "3 processes: 87% of one core and 347 MiB.",
        "node (102) 40% 300 MiB, worker-24 (524) 24% 24 MiB and worker-23 (523) 23% 23 MiB.",
      ]
    `);
    expect(press('/', ...'node', 'enter')).toMatchInlineSnapshot(`
      [
        "2 processes: 100% of one core and 1.8 GiB.",
        "node (101) 60% 1.5 GiB and node (102) 40% 300 MiB.",
      ]
    `);
    expect(press('/', ...'worker', 'enter')?.[1]).toMatch(/ and 18 more\.$/);
  });

  it('asks again where nobody matches or nothing can be made of it', () => {
    const press = begin();
    expect(press('/', ...'nobody', 'enter')).toEqual(['No process matches nobody. Type another.']);
    expect(press(...'cpu>lots', 'enter')).toMatchInlineSnapshot(`
      [
        ""lots" is not a number; write one like 20 or 20%, of one core. Type another.",
      ]
    `);
    expect(press(...'io>1M', 'enter')?.[0]).toContain('on the screen only. Type another.');
    expect(press(...'us\u202eer=root', 'enter')).toEqual(['Unknown field "us�er"; did you mean user? Type another.']);
    expect(press(...'name=node', 'enter')?.[0]).toMatch(/^2 processes: /);
    expect(press('/', 'enter')).toEqual(['Left.']);
    expect(press('/', 'x', 'escape')).toEqual(['Left.']);
    expect(press('x')?.[0]).toContain('does nothing here');
  });
});

describe('a signal', () => {
  const control: Control = {
    signals: signalsOn('linux'),
    ownPid: 99,
    send: () => Promise.reject(new Error('nothing is sent in this test')),
    renice: () => Promise.reject(new Error('nothing is changed in this test')),
  };
  const all = [
    processOf(1, { name: 'init' }),
    processOf(101, { name: 'node', user: 'ada', age: 3600 }),
    processOf(102, { name: 'node' }),
    processOf(103, { name: 'nodemon' }),
    processOf(104, { name: 'kworker', kernelThread: true }),
  ];
  const begin = () => {
    const voice = createVoice({ units: () => ({}), keymap: createKeymap, control: () => control, keys: true });
    const frame = createFrames();
    voice.hear(frame(0, { process: { count: all.length, all } }));
    const press = (...keys: readonly string[]) => keys.map((key) => voice.press(key)).at(-1);
    return { voice, frame, press };
  };
  const HOW = 'y sends it, up and down choose another signal, Escape leaves.';

  it('asks whom it is for, says who that is, and is sent by y', () => {
    const { press } = begin();
    expect(press('k')?.sentences).toEqual(['Signal which process? Type its name or number, then Enter; Escape leaves.']);
    expect(press('1', '0', '1', 'enter')).toMatchObject({
      echo: '\n',
      sentences: ['Send TERM to node (pid 101, ada, running for 1 h)? TERM asks it to end.', HOW],
    });
    expect(press('down')?.sentences).toEqual([
      'Send KILL to node (pid 101, ada, running for 1 h)? KILL ends it at once, without asking it.',
    ]);
    const sent = press('y');
    expect(sent?.errands).toMatchObject([{ type: 'send', targets: [{ id: '101@1' }], signal: { name: 'KILL' } }]);
  });

  it('is not sent by an Enter pressed twice, nor by any other key', () => {
    const { press } = begin();
    press('k', ...'nodemon');
    expect(press('enter')?.sentences[0]).toContain('Send TERM to nodemon');
    for (const key of ['enter', 'space', 'k', 'x']) expect(press(key)?.errands ?? []).toEqual([]);
    expect(press('escape')).toMatchObject({ sentences: ['Left: nothing was sent.'] });
    expect(press('y')?.sentences).toEqual(['y does nothing here; question mark tells the keys.']);
  });

  it('is none that changes a nice value, of whom is named and by one', () => {
    const { press } = begin();
    expect(press('f8')?.sentences).toEqual([
      'Raise the nice value of which process by one, for less CPU? Type its name or number, then Enter; Escape leaves.',
    ]);
    const raised = press(...'nodemon', 'enter');
    expect(raised).toMatchObject({ sentences: [], errands: [{ type: 'reniceTargets', targets: [{ id: '103@1' }], by: 1 }] });
    expect(press(']', ...'kworker', 'enter')?.errands).toMatchObject([{ targets: [{ pid: 104 }], by: -1 }]);
    expect(press('f7', 'escape')?.sentences).toEqual(['Left.']);
    expect(press('k', 'escape')?.sentences).toEqual(['Left: nothing was sent.']);
    expect(press('f7', ...'nobody', 'enter')?.sentences).toEqual(['No process is nobody; type another.']);
  });

  it('is told among whom to choose, where several have the name', () => {
    const { press } = begin();
    expect(press('k', ...'node', 'enter')?.sentences).toEqual([
      '2 processes: node (pid 101, ada, running for 1 h) and node (pid 102). Type a number.',
    ]);
    expect(press(...'102', 'enter')?.sentences[0]).toContain('Send TERM to node (pid 102)?');
    expect(begin().press('z', ...'mon', 'enter')?.sentences[0]).toContain('Send STOP to nodemon');
    expect(begin().press('k', ...'nobody', 'enter')?.sentences).toEqual(['No process is nobody; type another.']);
    expect(begin().press('k', ...'kworker', 'enter')?.sentences).toEqual(['A thread of the kernel takes no signals.']);
  });

  it('has the name typed out of what all hangs on', () => {
    const { press } = begin();
    press('k', '1', 'enter');
    expect(press('y')?.sentences.join()).toContain('Type its name, init, then Enter.');
    expect(press('n', 'o', 'enter')?.sentences.join()).toContain('That is not its name.');
    press('ctrl+u', ...'init');
    expect(press('enter')?.errands).toMatchObject([{ type: 'send', targets: [{ pid: 1 }], signal: { name: 'TERM' } }]);
  });

  it('shows what is typed, and takes it back', () => {
    const { voice } = begin();
    voice.press('k');
    expect(['a', 'space', 'backspace', 'ctrl+u', 'backspace', 'up', 'enter'].map((key) => voice.press(key).echo)).toEqual([
      'a',
      ' ',
      '\b \b',
      '\b \b',
      '',
      '',
      '\n',
    ]);
  });

  it('is not talked over; what has changed meanwhile is told afterwards', () => {
    const { voice, frame } = begin();
    const full = (at: number) => frame(at, { process: { count: all.length, all }, filesystem: [filesystemOf('/', 0.99)] });
    voice.press('k');
    expect(voice.hear(full(1))).toEqual([]);
    voice.press('escape');
    expect(voice.hear(full(2))).toContain('Critical: / crossed 90% full, now 99%.');
  });

  it('is followed: what has become of it is told', () => {
    const { voice, frame, press } = begin();
    const [errand] = press('k', '1', '0', '2', 'enter', 'y')?.errands ?? [];
    if (errand?.type !== 'send') throw new Error('nothing was sent');
    const deeds = errand.targets.map(
      (target) => ({ target, act: { type: 'signal', signal: errand.signal }, at: 0.5, outcome: 'done' }) as const,
    );
    const pursuit = beginPursuit(deeds, all);
    if (pursuit) voice.follow(pursuit);
    const left = all.filter(({ pid }) => pid !== 102);
    expect(voice.hear(frame(1, { process: { count: left.length, all: left } }))).toEqual(['node (102) has ended.']);
  });

  it('is refused where nothing acts, with the reason', () => {
    const voice = voiceOf();
    voice.hear(createFrames()(0, household()));
    expect(voice.press('k').sentences).toEqual(['Readonly.']);
    expect(voice.press('q').errands).toEqual([{ type: 'quit' }]);
  });

  it.each(['k', 'f8'])('is refused where acting was switched off after %s, with the reason', (key) => {
    let now: Control | { readonly off: string } = control;
    const voice = createVoice({ units: () => ({}), keymap: createKeymap, control: () => now, keys: true });
    voice.hear(createFrames()(0, { process: { count: all.length, all } }));
    for (const one of [key, '1', '0', '1']) voice.press(one);
    now = { off: 'readonly' };
    expect(voice.press('enter')).toEqual({ echo: '\n', sentences: ['Readonly.'] });
  });

  it('lets whoever wants out get out', () => {
    const { press } = begin();
    press('k', 'n');
    expect(press('q')?.errands).toBeUndefined();
    expect(press('ctrl+c')?.errands).toEqual([{ type: 'quit' }]);
  });
});
