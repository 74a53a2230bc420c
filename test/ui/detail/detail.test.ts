import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/metrics/outcome.ts';
import { inspectNothing } from '../../../src/metrics/process/detail/detail.ts';
import { createTracks } from '../../../src/processes/track.ts';
import { drawDetail } from '../../../src/ui/detail/detail.ts';
import type { Inspection } from '../../../src/ui/detail/inspection.ts';
import { cellWidth } from '../../../src/units/cells.ts';
import { plain, textsOf } from '../../harness/look.ts';
import { detailOf, inspectionOf, nginx } from './details.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const drawn = (inspection: Inspection, width = 156, height = 44, now = 100) =>
  textsOf(drawDetail(inspection, now, { width, height }, plain));

describe('the detail of a process', () => {
  it.each([
    [156, 44],
    [76, 20],
    [36, 8],
  ])('at %d×%d holds who it is, what it used and what it holds', (width, height) => {
    const text = drawn(inspectionOf(), width, height).join('\n');
    for (const part of ['nginx  pid 7', 'peak', 'bash 3 ← systemd 1', 'open files', 'LISTEN', '0.0.0.0:80', 'access.log']) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/[\u2800-\u28ff]/);
  });

  it.each([76, 36])('wraps what is long into %d cells', (width) => {
    const long = detailOf({ arguments: ok(['node', 'x'.repeat(100)]) });
    const lines = drawn(inspectionOf(ok(long)), width, 20);
    const facts = lines.slice(
      0,
      lines.findIndex((line) => line.startsWith('Sockets')),
    );
    // One in "executable".
    expect(facts.join('').match(/xx+/g)?.join('')).toBe('x'.repeat(100));
    for (const line of facts) expect(cellWidth(line)).toBeLessThanOrEqual(width);
  });

  it('shows of a huge command line no more than a few lines, how much more there is, and what gives the whole', () => {
    const huge = inspectionOf(ok(detailOf({ arguments: ok(['node', ...Array<string>(30_000).fill('xy')]) })));
    const text = textsOf(drawDetail(huge, 60, { width: 76, height: 20 }, plain, 'Y'));
    const first = text.findIndex((line) => line.startsWith('command'));
    const next = text.findIndex((line, i) => i > first && !line.startsWith(' '));
    expect(next - first).toBe(6);
    expect(text[next - 1]).toMatch(/^ +… 89\.\dk characters more, Y copies all of it$/);
    expect(
      text
        .slice(first, next - 1)
        .join('')
        .match(/xy/g)?.length,
    ).toBeGreaterThan(90);
  });

  it('parts its graphs where facts and lists are parted, and ends them at the right edge', () => {
    const [, captions = '', graph = '', ...rest] = drawn(inspectionOf(undefined), 156, 44);
    const sections = rest.find((line) => line.startsWith('Process')) ?? '';
    expect(captions.indexOf('read')).toBe(sections.indexOf('Not known'));
    expect(cellWidth(graph)).toBe(156);
  });

  it('leaves no rows empty where it is not known what is read and written', () => {
    const lines = drawn(inspectionOf(), 76, 60);
    const reason = lines.findIndex((line) => line.startsWith('not permitted'));
    expect(lines[reason - 1]).toMatch(/^read .* written /);
    expect(lines.slice(reason + 1, reason + 3)).toEqual(['', 'Process']);
  });

  it('is nothing to fail of on a terminal where nothing of it is seen', () => {
    // A key asks how far it can be scrolled.
    for (const width of range(-4, 36))
      for (const height of [-2, 0, 1, 5]) expect(drawn(inspectionOf(), width, height).length).toBeGreaterThan(0);
  });

  it('shows facts beside lists where there is room', () => {
    const wide = drawn(inspectionOf());
    expect(wide.some((line) => /command .*Sockets|Process .*Not known/.test(line))).toBe(true);
    expect(drawn(inspectionOf(), 76, 20).some((line) => /Process .*Not known/.test(line))).toBe(false);
  });

  it('shows nothing that a terminal would obey, whatever stands in /proc of another root', () => {
    const odd = '\u0007\u001b[2J';
    const inspection = inspectionOf();
    const lines = drawn({ ...inspection, process: { ...inspection.process, name: odd, state: odd, user: odd, unit: odd } });
    expect(lines.join('')).toContain('�');
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });

  it('writes arguments as a shell takes them', () => {
    expect(drawn(inspectionOf()).join('\n')).toContain("nginx -g 'daemon off;'");
  });

  it('names once what could not be read, why, and what would help', () => {
    const lines = drawn(inspectionOf(), 200);
    const said = lines.filter((line) => line.includes('not permitted; run sysmon as root'));
    expect(said.some((line) => line.includes('executable, working directory, fair share of memory, I/O: not permitted'))).toBe(
      true,
    );
    expect(lines.join('\n')).not.toMatch(/^executable /m);
  });

  it('says how many are not listed', () => {
    const text = drawn(inspectionOf()).join('\n');
    expect(text).toContain('Threads  201');
    expect(text).toContain('and 200 more');
    expect(text).toContain('1 of other kinds');
  });

  it('says for how long it has been over, in place of its state', () => {
    expect(drawn(inspectionOf(undefined, { ended: 88 }))[0]).toMatch(/nginx {2}pid 7 {2}ended 12 s ago {2}user www/);
    expect(drawn(inspectionOf(undefined, { ended: 100 }))[0]).toContain('has just ended');
    expect(drawn(inspectionOf())[0]).toMatch(/S sleeping/);
  });

  it('has what the list knows where nothing more can be asked', () => {
    const text = drawn(inspectionOf(inspectNothing({ pid: 7, start: 1 }))).join('\n');
    expect(text).toContain('bash 3 ← systemd 1');
    expect(text).toContain('this system does not tell more of a process');
  });

  it('shows the same places for values of any size', () => {
    const caption = (usage: number) => {
      const track = createTracks();
      track.add([{ ...nginx, usage }], { monotonic: 2, elapsed: 1 });
      const whole = track.whole(nginx.id);
      return drawn(inspectionOf(undefined, whole && { track: whole }))[1] ?? '';
    };
    expect(caption(0).indexOf('peak')).toBe(caption(1.5).indexOf('peak'));
    expect(caption(0).indexOf('memory')).toBe(caption(1.5).indexOf('memory'));
  });
});
