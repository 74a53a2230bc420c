import { afterEach, describe, expect, it } from 'vitest';
import { parseRule } from '../../src/alerts/rule.ts';
import { deriveKeys } from '../../src/keymap/keys-in-force.ts';
import { failed, ok, unavailable } from '../../src/metrics/outcome.ts';
import type { Frame } from '../../src/monitor.ts';
import type { Sample } from '../../src/sampling/sample.ts';
import { createFakeClock } from '../harness/fake-clock.ts';
import { frameOf } from '../harness/machine.ts';
import { createScriptedMonitor, monitorShowing } from '../harness/monitor.ts';
import { type Contents, filesystemOf, interfaceOf, processOf, sampleAt } from '../harness/sample.ts';
import { openDrawing, openTestScreen, type TestScreen, type TestScreenOptions } from '../harness/screen.tsx';

let screen: TestScreen;
afterEach(async () => {
  screen?.close();
  await screen?.done.catch(() => {});
});

/** A machine whose nth sample holds what the script says, on a clock that is moved by hand, at its second sample. */
async function play(script: (nth: number) => Contents, options: TestScreenOptions = {}, rules: readonly string[] = []) {
  const clock = createFakeClock();
  const write = (nth: number): Sample => sampleAt(0, script(nth));
  const monitor = createScriptedMonitor(
    clock,
    write,
    rules.map((rule) => parseRule(rule)),
  );
  screen = openTestScreen(monitor, { columns: 100, rows: 40, ...options });
  monitor.sampler.start();
  await clock.advance(0.5);
  await screen.waitFor('quit');
  return { clock, monitor, screen };
}

/** The nth sample has n % of CPU. */
const counting = (nth: number): Contents => ({ cpu: nth / 100, memory: 0.5 });

describe('keys', () => {
  it('1 to 6 hide and show the panels', async () => {
    screen = openTestScreen(monitorShowing(await frameOf('laptop')), { columns: 160, rows: 40 });
    const titles = ['1 cpu', '2 memory', '3 disks', '4 network', '5 pressure and sensors', '6 processes'];
    for (const [i, title] of titles.entries()) {
      await screen.waitFor(`${title} ─`);
      screen.press(`${i + 1}`);
      await screen.waitFor((text) => !text.includes(`${title} ─`) && text.includes(`${i + 1} (`));
      screen.press(`${i + 1}`);
      await screen.waitFor((text) => text.includes(`▸ ${title} ─`));
    }
  });

  it('of panels stand in their borders as they are in force', async () => {
    const settings = { keys: deriveKeys('btop', { 'panel-cpu': ['f12'], 'panel-memory': [] }) };
    screen = openTestScreen(monitorShowing(await frameOf('laptop')), { columns: 160, rows: 40, settings });
    for (const title of ['▸ F12 cpu', '─ memory', '3 network', 'd disks', '4 processes']) await screen.waitFor(`${title} ─`);
    screen.press('d');
    await screen.waitFor('d (disks)');
    screen.press('e');
    await screen.waitFor('├─firefox');
  });

  it('mean themselves after Esc in haste', async () => {
    screen = openTestScreen(monitorShowing(await frameOf('laptop')), { columns: 160, rows: 40 });
    await screen.waitFor('1 cpu ─');
    screen.press('e');
    await screen.waitFor((text) => !text.includes('2 memory ─'));
    screen.press('\u001b2');
    await screen.waitFor('2 (memory)');
    expect(screen.text()).toContain('1 cpu ─');
  });

  it('that bring panels back are said where all are hidden', async () => {
    screen = openTestScreen(monitorShowing(await frameOf('laptop')), { columns: 60, rows: 30 });
    await screen.waitFor('quit');
    screen.press('123456');
    await screen.waitFor('No panel is shown: press 1, 2, 3, 4, 5 or 6.');
    expect(screen.text()).not.toContain('╭');
    screen.press('4');
    await screen.waitFor('▸ 4 network');
  });

  it('Tab and Shift+Tab move the mark', async () => {
    screen = openTestScreen(monitorShowing(await frameOf('laptop')), { columns: 120, rows: 40 });
    await screen.waitFor('▸ 1 cpu');
    screen.press('Tab');
    await screen.waitFor('▸ 2 memory');
    screen.press('Shift+Tab');
    await screen.waitFor('▸ 1 cpu');
    screen.press('Shift+Tab');
    await screen.waitFor('▸ 6 processes');
  });

  it.each(['Enter', 'e'])('%s zooms the focused panel, and Esc goes back', async (key) => {
    screen = openTestScreen(monitorShowing(await frameOf('laptop')), { columns: 120, rows: 40 });
    await screen.waitFor('▸ 1 cpu');
    screen.press('Tab');
    await screen.waitFor('▸ 2 memory');
    screen.press(key);
    const zoomed = await screen.waitFor('used  now');
    expect(zoomed).toMatch(/100% ┼/);
    expect(zoomed).not.toContain('1 cpu ─');
    screen.press('Esc');
    await screen.waitFor('1 cpu ─');
  });

  it('change the time of graphs, whatever has the focus, and the caption and a message say it', async () => {
    screen = openTestScreen(monitorShowing(await frameOf('laptop')), { columns: 160, rows: 48 });
    await screen.waitFor('▸ 1 cpu');
    screen.press('.');
    await screen.waitFor(/now .* over {2}1 m {2}mean/);
    screen.press('.');
    screen.press('.');
    screen.press('.');
    await screen.waitFor(/now .* over 15 s {2}mean/);
    screen.press(',,,');
    await screen.waitFor(/now .* over {2}2 m/);
    screen.press(',,');
    await screen.waitFor(/now .* over {2}3 m of 10 m/);
    screen.press('Shift+Tab');
    await screen.waitFor('▸ 6 processes');
    screen.press('.');
    await screen.waitFor('graphs span 5 m');
    screen.press('Tab');
    await screen.waitFor(/▸ 1 cpu .* over {2}3 m of {2}5 m/);
    screen.press(',,,,,');
    await screen.waitFor(/▸ 1 cpu .* over {2}3 m/);
  });

  it.each(['?', 'h', 'F1'])('%s shows help, and goes back from it', async (key) => {
    screen = openTestScreen(monitorShowing(await frameOf('vm')), { columns: 120, rows: 100 });
    await screen.waitFor('1 cpu ─');
    screen.press(key);
    const help = await screen.waitFor('Quit');
    for (const line of ['q Ctrl+C', '? h F1', 'user: programs', 'steal']) expect(help).toContain(line);
    screen.press(key);
    await screen.waitFor('1 cpu ─');
  });

  it('scroll help where it is longer than the screen, and say so', async () => {
    screen = openTestScreen(monitorShowing(await frameOf('vm')), { columns: 60, rows: 14 });
    await screen.waitFor('quit');
    screen.press('?');
    await screen.waitFor(/1–10 of \d+ {2}↑↓/);
    screen.press('Down');
    await screen.waitFor('2–11 of');
    screen.press('End');
    await screen.waitFor(/–(\d+) of \1 [\s\S]*means not known/);
    screen.press('Up');
    await screen.waitFor((text) => !/–(\d+) of \1 /.test(text));
    screen.press('Home');
    await screen.waitFor('1–10 of');
  });

  it.each(['q', 'Ctrl+C'])('%s quits, and leaves the terminal as it was', async (key) => {
    screen = openTestScreen(monitorShowing(await frameOf('vm')));
    await screen.waitFor('quit');
    expect([screen.alternate, screen.cursorShown, screen.raw]).toEqual([true, false, true]);
    screen.press(key);
    await screen.done;
    await screen.waitFor(() => !screen.alternate && screen.cursorShown);
    expect(screen.raw).toBe(false);
  });

  it('are all heard, however fast they are typed', async () => {
    screen = openTestScreen(monitorShowing(await frameOf('laptop')), { columns: 120, rows: 40 });
    await screen.waitFor('▸ 1 cpu');
    screen.press('?', '?', 'p', 'Tab', 'Tab', 'Enter');
    await screen.waitFor((text) => text.includes('▸ 3 disks') && !text.includes('1 cpu ─') && text.includes('PAUSED'));
  });
});

describe('pause', () => {
  it('holds the picture under a badge that counts while the sampler goes on, and returns to now', async () => {
    const { clock, monitor } = await play(counting);
    await clock.advance(8.5);
    await screen.waitFor('9.0%');
    screen.press('p');
    const before = await screen.waitFor('PAUSED 00:00');
    await clock.advance(65);
    const after = await screen.waitFor('PAUSED 01:05');
    expect(after.split('\n').slice(1)).toEqual(before.split('\n').slice(1));
    expect(after).toContain('p resume');
    expect(monitor.frames.get()?.sample.cpu).toMatchObject({ value: { usage: 0.74 } });
    screen.press('p');
    const now = await screen.waitFor('74.0%');
    expect(now).not.toContain('PAUSED');
  });

  it('lets one look around in what stands still', async () => {
    const { clock } = await play(counting);
    screen.press('p');
    await screen.waitFor('PAUSED');
    await clock.advance(20);
    screen.press('Enter');
    expect(await screen.waitFor('CPU usage  now')).toContain('PAUSED');
    expect(screen.text()).not.toContain('20.0%');
  });
});

describe('saving', () => {
  it('writes the frame that is shown, and says where for some seconds', async () => {
    const saved: Frame[] = [];
    const save = async (frame: Frame) => {
      saved.push(frame);
      return '/home/ada/metrics_20261122_140000.json';
    };
    const { clock } = await play(counting, { services: { save } });
    screen.press('p');
    await screen.waitFor('PAUSED');
    await clock.advance(4);
    screen.press('s');
    await screen.waitFor('saved /home/ada/metrics_20261122_140000.json');
    expect(saved.map(({ sample }) => sample.cpu)).toEqual([ok({ usage: 0.01, cores: [] })]);
    await clock.advance(7);
    await screen.waitFor((text) => text.includes('q quit') && !text.includes('saved'));
  });

  it('tells why it could not, and goes on', async () => {
    const save = async () => {
      throw new Error('EACCES: permission denied, open /root/x.json');
    };
    const { clock } = await play(counting, { services: { save } });
    screen.press('s');
    await screen.waitFor('EACCES: permission denied, open /root/x.json');
    await clock.advance(9);
    await screen.waitFor('10.0%');
  });
});

describe('the interval', () => {
  it('changes with + and -, is said, and stands in the header', async () => {
    const { monitor } = await play(counting);
    await screen.waitFor('every 1s');
    screen.press('+');
    await screen.waitFor('sampling every 2s');
    expect(monitor.sampler.interval).toBe(2);
    await screen.waitFor((text) => text.split('\n')[0]?.includes('every 2s') ?? false);
    screen.press('-', '-');
    await screen.waitFor('sampling every 0.5s');
    expect(monitor.sampler.interval).toBe(0.5);
  });

  it('stops at its ends', async () => {
    const { monitor } = await play(counting);
    screen.press('---------');
    await screen.waitFor('sampling every 100ms');
    expect(monitor.sampler.interval).toBe(0.1);
    screen.press('+++++++++++++++');
    await screen.waitFor('sampling every 3600s');
    expect(monitor.sampler.interval).toBe(3600);
  });
});

describe('alerts', () => {
  const full = (count: number): Contents => ({
    filesystem: Array.from({ length: count }, (_, i) => filesystemOf(`/disk${i}`, 0.91 + i / 100)),
  });
  const RULES = ['filesystem.usage > 90%'];

  it.each([
    [0, 0, undefined],
    [1, 1, undefined],
    [3, 3, undefined],
    [7, 3, 'and 4 more (a)'],
  ])('that fire, %i of them, take %i lines', async (count, lines, more) => {
    await play(() => full(count), {}, RULES);
    const text = await screen.waitFor((shown) => shown.split(' WARNING ').length === lines + 1);
    if (more) expect(text).toContain(more);
    else expect(text).not.toContain('more (a)');
  });

  it('name what, how much, how long; and stay listed when they are over', async () => {
    const { clock } = await play((nth) => ({ cpu: nth < 10 ? 0.95 : 0.1 }), {}, ['cpu.usage > 80% for 2s']);
    await clock.advance(5);
    await screen.waitFor(/WARNING {2}CPU 95\.0% for \d s \(over 80%\)/);
    await clock.advance(20);
    await screen.waitFor((text) => !text.includes('WARNING'));
    screen.press('a');
    const list = await screen.waitFor('Resolved');
    expect(list).toContain('nothing: all is well');
    expect(list).toMatch(/14:00:0\d {2}warning {2}CPU up to 95\.0% for \d+ s \(over 80%\)/);
    screen.press('a');
    await screen.waitFor('1 cpu ─');
  });
});

describe('what comes and goes', () => {
  const core = (id: number, usage: number) => ({ id, online: true, usage });
  const device = (name: string) => ({ name, readRate: 0, writeRate: 0, busy: 0 });

  it('is shown while it is there: cores, disks, interfaces, filesystems', async () => {
    const there = (nth: number) => nth >= 3 && nth < 6;
    const { clock } = await play((nth) => ({
      cpu: ok({ usage: 0.5, cores: [core(0, 0.25), ...(there(nth) ? [core(7, 0.77)] : [])] }),
      disk: ok({ devices: [device('sda'), ...(there(nth) ? [device('sdz')] : [])] }),
      filesystem: [filesystemOf('/', 0.5), ...(there(nth) ? [filesystemOf('/media/stick', 0.1)] : [])],
      network: ok({ interfaces: [interfaceOf('eth0', 5), ...(there(nth) ? [interfaceOf('usb0', 5)] : [])] }),
    }));
    const news = ['77.0%', 'sdz', '/media/stick', 'usb0'];
    await screen.waitFor((text) => news.every((one) => !text.includes(one)));
    await clock.advance(3.5);
    await screen.waitFor((text) => news.every((one) => text.includes(one)));
    await clock.advance(3);
    await screen.waitFor((text) => news.every((one) => !text.includes(one)));
  });

  it('is named in its panel, with the reason, where a metric is missing or fails', async () => {
    const missing = unavailable('there is none in a container', 'run it outside');
    const { clock } = await play(
      (nth) => ({
        cpu: nth === 2 ? failed(new Error('EIO: the disk burns')) : 0.42,
        memory: missing,
        disk: missing,
        filesystem: missing,
        network: missing,
        sensors: missing,
        pressure: missing,
        battery: missing,
      }),
      { columns: 160, rows: 48 },
    );
    const text = await screen.waitFor('42.0%');
    for (const title of ['memory', 'filesystems', 'disk activity', 'network']) {
      expect(text).toContain(`${title}: there is none in a container; run it outside`);
    }
    for (const title of ['pressure', 'temperatures', 'battery']) expect(text).toContain(`${title}: there is none in a container`);
    await clock.advance(1);
    await screen.waitFor('CPU: EIO: the disk burns');
    await clock.advance(1);
    await screen.waitFor('42.0%');
  });

  it('is a hole in the lines, and said, where the machine slept', async () => {
    const { clock } = await play(counting);
    await clock.advance(3);
    clock.suspend(3600);
    await clock.advance(2);
    await screen.waitFor('gap of 1 h');
  });
});

describe('drawing', () => {
  it('happens once a sample', async () => {
    const clock = createFakeClock();
    const monitor = createScriptedMonitor(clock, (nth) => sampleAt(0, counting(nth)));
    const drawing = openDrawing(monitor);
    monitor.sampler.start();
    await clock.advance(1);
    await drawing.at(120, 40);
    for (let i = 0; i < 5; i++) {
      const before = drawing.count();
      await clock.advance(1);
      expect(drawing.count()).toBe(before + 1);
    }
    drawing.close();
  });

  it('ends right after a storm of 200 resizes', async () => {
    const frame = await frameOf('laptop');
    screen = openTestScreen(monitorShowing(frame), { columns: 90, rows: 30 });
    await screen.waitFor('quit');
    for (let i = 0; i < 200; i++) screen.resize(20 + ((i * 37) % 120), 3 + ((i * 13) % 40));
    screen.resize(110, 35);
    const fresh = openTestScreen(monitorShowing(frame), { columns: 110, rows: 35 });
    const wanted = await fresh.waitFor('sensors');
    fresh.close();
    await screen.waitFor((text) => text === wanted);
  });

  it('that breaks ends the screen with the error, and leaves the terminal as it was', async () => {
    const broken = Object.defineProperty({ usage: 0.5, cores: [] }, 'model', {
      get() {
        throw new Error('a panel broke');
      },
    });
    const clock = createFakeClock();
    const monitor = createScriptedMonitor(clock, (nth) => sampleAt(0, { cpu: nth > 2 ? ok(broken) : 0.5 }));
    screen = openTestScreen(monitor);
    monitor.sampler.start();
    await clock.advance(1);
    await screen.waitFor('quit');
    const end = expect(screen.done).rejects.toThrow('a panel broke');
    await clock.advance(5);
    await end;
    await screen.waitFor(() => !screen.alternate && screen.cursorShown);
    // What broke is told by whoever waits for the end, not by the screen.
    expect(screen.text().trim()).toBe('');
    expect(screen.raw).toBe(false);
  });

  it('gives the terminal back while the process is stopped, and takes it again', async () => {
    const during: unknown[] = [];
    const stop = () =>
      during.push(
        screen.raw,
        screen.written().includes('\u001b[?1049l'),
        screen.written().lastIndexOf('\u001b[?25h') > screen.written().lastIndexOf('\u001b[?25l'),
      );
    await play(counting, { services: { stop } });
    screen.press('Ctrl+Z');
    await screen.waitFor(() => during.length > 0 && screen.alternate && screen.text().includes('quit'));
    expect(during).toEqual([false, true, true]);
    expect(screen.raw).toBe(true);
  });

  it('starts anew on Ctrl+L, over what others have written', async () => {
    await play(counting);
    const before = screen.text();
    screen.stdout.write('\u001b[5;5Hgarbage');
    await screen.waitFor('garbage');
    screen.press('Ctrl+L');
    await screen.waitFor((text) => text === before);
  });
});

describe('where the list gets lower', () => {
  it('the selected process stays in sight', async () => {
    const all = Array.from({ length: 40 }, (_, i) => processOf(i + 1, { name: `p${i + 1}-`, usage: (60 - i) / 100 }));
    const { screen } = await play(() => ({ process: { count: 40, all } }));
    screen.press(...Array.from({ length: 12 }, () => 'Down'));
    await screen.waitFor('▸p12-');
    screen.resize(100, 28);
    await screen.waitFor((text) => text.includes('▸p12-') && !text.includes('p1-'));
    screen.resize(100, 40);
    await screen.waitFor((text) => text.includes('▸p12-') && text.includes('p16-'));
  });
});

describe('when the selected process ends', () => {
  it('nothing is selected, and the next arrow goes on from where it was', async () => {
    const alive = (gone: boolean) => Array.from({ length: 20 }, (_, i) => i + 1).filter((pid) => !gone || pid !== 8);
    const { clock, screen } = await play((nth) => ({
      process: { count: 20, all: alive(nth > 2).map((pid) => processOf(pid, { name: `p${pid}-`, usage: (30 - pid) / 100 })) },
    }));
    screen.press('Down', 'Down', 'Down', 'Down', 'Down', 'Down', 'Down', 'Down');
    await screen.waitFor('▸p8-');
    await clock.advance(2);
    await screen.waitFor((text) => !text.includes('p8-') && !/▸p\d/.test(text));
    screen.press('Down');
    await screen.waitFor('▸p9-');
  });
});
