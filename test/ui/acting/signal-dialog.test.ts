import { describe, expect, it } from 'vitest';
import { beginPursuit, pursue } from '../../../src/control/pursuit.ts';
import { signalsOn } from '../../../src/control/signal.ts';
import { targetOf } from '../../../src/control/target.ts';
import { ok } from '../../../src/metrics/outcome.ts';
import type { Frame } from '../../../src/monitor.ts';
import { offerSignals } from '../../../src/ui/acting/offer.ts';
import { createSignalDialog } from '../../../src/ui/acting/signal-dialog.ts';
import type { Dialog, DialogStep } from '../../../src/ui/dialog.ts';
import { initialView } from '../../../src/ui/processes/view.ts';
import { plain, textOf } from '../../harness/look.ts';
import { frameAt } from '../../harness/scene.ts';
import { aProcess } from '../../processes/processes.ts';

const init = aProcess({ pid: 1, parent: 0, name: 'init' });
const shell = aProcess({ pid: 10, parent: 1, name: 'bash' });
const sysmon = aProcess({ pid: 11, parent: 10, name: 'node' });
const victim = aProcess({ pid: 12, parent: 1, name: 'ffmpeg', command: 'ffmpeg -i a.mkv', user: 'ada', age: 3600 });
const signals = signalsOn('linux');

const frameOf = (...all: readonly ReturnType<typeof aProcess>[]): Frame =>
  frameAt(0, { process: ok({ count: all.length, all }) });
const frame = frameOf(init, shell, sysmon, victim);

function open(...processes: readonly ReturnType<typeof aProcess>[]): Dialog {
  const targets = processes.map(targetOf);
  return createSignalDialog(targets, 11, offerSignals(targets, signals, frame, [], false));
}

function press(dialog: Dialog | undefined, ...keys: readonly string[]): DialogStep {
  return keys.reduce<DialogStep>((step, key) => step.dialog?.press(key, frame, initialView) ?? {}, { ...(dialog && { dialog }) });
}
const sent = ({ errands = [] }: DialogStep) =>
  errands.map((errand) =>
    errand.type === 'send' ? `${errand.signal.name} ${errand.targets.map(({ pid }) => pid)}` : errand.type,
  );
const text = (dialog: Dialog | undefined, height = 20, now = frame) =>
  dialog?.draw(now, { width: 100, height }, plain).map(textOf).join('\n') ?? '';

describe('the choice of a signal', () => {
  it('begins with TERM, and names whom it hits', () => {
    expect(text(open(victim))).toContain('Send TERM to ffmpeg (pid 12, ada, running for 1 h');
    expect(text(open(victim))).toContain('ffmpeg -i a.mkv');
    expect(sent(press(open(victim), 'enter'))).toEqual(['TERM 12']);
  });

  it('goes through all signals, and no further', () => {
    expect(sent(press(open(victim), 'down', 'enter'))).toEqual(['KILL 12']);
    expect(sent(press(open(victim), 'up', 'enter'))).toEqual(['TERM 12']);
    expect(sent(press(open(victim), 'end', 'down', 'enter'))).toEqual([`${signals.at(-1)?.name} 12`]);
    expect(text(press(open(victim), 'end').dialog)).toContain(`▸ ${signals.at(-1)?.name}`);
  });

  it('sends nothing at Esc, nor at keys that mean other things elsewhere', () => {
    expect(press(open(victim), 'escape')).toEqual({});
    for (const key of ['k', 'K', 'y', '9', 'space']) expect(press(open(victim), key)).not.toHaveProperty('errands');
  });

  it('stays with the process that it began with, and tells when that has ended', () => {
    expect(text(open(victim), 20, frameOf(init))).toContain('it has ended meanwhile');
  });

  it('fits into little room, the chosen signal in sight', () => {
    const lines = text(press(open(victim), 'down', 'down', 'down').dialog, 5).split('\n');
    expect(lines.length).toBeLessThanOrEqual(5);
    expect(lines.some((line) => line.startsWith('▸ HUP'))).toBe(true);
  });
});

describe('on the smallest screens', () => {
  const small = { width: 36, height: 8 };
  const long = { ...victim, pid: 4194303, name: 'gnome-session-b', user: 'a-long-username' };
  const drawn = (dialog: Dialog | undefined, size = small) =>
    dialog?.draw(frame, size, plain).map((line) => textOf(line).trim()) ?? [];

  it('names all of whom it hits', () => {
    expect(drawn(open(long)).join(' ')).toContain(
      'Send TERM to gnome-session-b (pid 4194303, a-long-username, running for 1 h)?',
    );
  });

  it.each([5, 6, 8])('tells in %i rows which name has to be typed, and shows what is', (height) => {
    const lines = drawn(press(open(init), 'enter', 'i', 'n').dialog, { width: 36, height });
    expect(lines.length).toBeLessThanOrEqual(height);
    expect(lines.join(' ')).toContain('Type its name, init, to go on:');
    expect(lines.at(-1)).toBe('> in');
  });
});

it('tells the names of all that it hits', () => {
  const many = [20, 21, 22, 23, 24].map((pid) => aProcess({ pid, name: 'worker' }));
  expect(text(open(...many))).toContain('and worker (23), worker (24)');
});

it('takes a name that has signs nobody can type as it is shown', () => {
  const odd = { ...init, name: 'in\tit' };
  expect(sent(press(open(odd), 'enter', ...'in�it', 'enter'))).toEqual(['TERM 1']);
});

describe('a name has to be typed out', () => {
  it.each([
    [init, 'pid 1 started everything here'],
    [sysmon, 'this is sysmon itself'],
    [shell, 'sysmon was started by it'],
  ])('of $name', (process, reason) => {
    const asked = press(open(process), 'enter');
    expect(sent(asked)).toEqual([]);
    expect(text(asked.dialog)).toContain(reason);
    const wrong = press(asked.dialog, 'n', 'o', 'enter');
    expect(sent(wrong)).toEqual([]);
    expect(text(wrong.dialog)).toContain('that is not its name');
    expect(sent(press(wrong.dialog, 'ctrl+u', ...process.name, 'enter'))).toEqual([`TERM ${process.pid}`]);
  });

  it('and may be pasted, which sends nothing: Enter is to be pressed', () => {
    const asked = press(open(shell), 'enter');
    const dialog = asked.dialog?.paste?.('bash');
    expect(text(dialog)).toContain('> bash');
    expect(sent(press(dialog, 'enter'))).toEqual(['TERM 10']);
    expect(open(shell).paste?.('bash')).toBeUndefined();
  });

  it('of each among several, one after the other', () => {
    const both = press(open(shell, victim, sysmon), 'enter', ...'bash', 'enter');
    expect(sent(both)).toEqual([]);
    expect(sent(press(both.dialog, ...'node', 'enter'))).toEqual(['TERM 10,12,11']);
  });
});

describe('what is offered first', () => {
  const targets = [targetOf(victim)];
  const stopped = frameOf({ ...victim, state: 'T' });

  it('is STOP for whoever wants to freeze', () => {
    expect(offerSignals(targets, signals, frame, [], true).first).toBe('STOP');
  });

  it('is TERM or CONT for what is stopped', () => {
    const offer = offerSignals(targets, signals, stopped, [], false);
    expect(offer.signals.slice(0, 2).map(({ name }) => name)).toEqual(['TERM', 'CONT']);
    expect(new Set(offer.signals)).toEqual(new Set(signals));
  });

  it('is KILL for what outlived TERM, and for nobody else', () => {
    const [term] = signals;
    if (term === undefined) throw new Error('no TERM');
    const deed = { target: targetOf(victim), act: { type: 'signal', signal: term }, at: 1, outcome: 'done' } as const;
    const sentAt = beginPursuit([deed], []);
    if (sentAt === undefined) throw new Error('nothing is pursued');
    const outlived = pursue(sentAt, [victim], 7);
    expect(offerSignals(targets, signals, frame, [outlived], false).first).toBe('KILL');
    expect(offerSignals([targetOf(shell)], signals, frame, [outlived], false).first).toBe('TERM');
  });
});
