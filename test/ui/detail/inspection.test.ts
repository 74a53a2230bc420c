import { describe, expect, it } from 'vitest';
import { NO_ALERTS } from '../../../src/alerts/alert.ts';
import { ok, unavailable } from '../../../src/metrics/outcome.ts';
import type { Inspect } from '../../../src/metrics/process/detail/detail.ts';
import type { Frame } from '../../../src/monitor.ts';
import type { Process } from '../../../src/processes/process.ts';
import { createTracks } from '../../../src/processes/track.ts';
import { askFacts, beginInspection, continueInspection, type Inspection } from '../../../src/ui/detail/inspection.ts';
import { processOf, sampleAt } from '../../harness/sample.ts';
import { detailOf } from './details.ts';

const tracks = createTracks();
const frameAt = (monotonic: number, all: readonly Process[]): Frame => {
  const sample = sampleAt(monotonic, { process: { count: all.length, all } });
  tracks.add(all, sample.moment);
  return { sample, history: [], alerts: NO_ALERTS, tracks };
};
const init = processOf(1, { parent: 0 });
const server = processOf(7, { name: 'server', usage: 0.5 });
const answering: Inspect = ({ pid, start }) => ok(detailOf({ folder: ok(`/srv/${pid}@${start}`) }));
const gone: Inspect = () => unavailable('it has ended');

function begun(): Inspection {
  const inspection = beginInspection(server.id, frameAt(10, [init, server]));
  if (inspection === undefined) throw new Error('it is not listed');
  return askFacts(inspection, answering);
}

describe('looking at a process', () => {
  it('asks exactly that process, by its start', () => {
    expect(begun()).toMatchObject({ process: server, ancestors: [init], facts: { value: { folder: { value: '/srv/7@1' } } } });
  });

  it('is not begun with one that is not listed', () => {
    expect(beginInspection('8@1', frameAt(10, [init, server]))).toBeUndefined();
  });

  it('goes on with each sample', () => {
    const next = continueInspection(begun(), frameAt(11, [init, { ...server, usage: 1 }]), answering);
    expect(next.process.usage).toBe(1);
    expect(next.track?.cpu.now).toBe(1);
  });

  it('keeps what was known last of one that has ended, and since when', () => {
    const ended = continueInspection(begun(), frameAt(12, [init]), gone);
    expect(ended).toEqual({ ...begun(), track: expect.anything(), ended: 12 });
    expect(continueInspection(ended, frameAt(99, [init]), gone)).toMatchObject({ ended: 12, facts: { state: 'ok' } });
  });

  it('does not go over to another process with the same pid', () => {
    const other = processOf(7, { id: '7@500', name: 'other' });
    expect(continueInspection(begun(), frameAt(13, [init, other]), answering)).toMatchObject({ process: server, ended: 13 });
  });

  it('keeps what it told where it ends between the list and the question', () => {
    expect(continueInspection(begun(), frameAt(14, [init, server]), gone).facts?.state).toBe('ok');
  });

  it('says nothing of an end where processes could not be listed', () => {
    const blind = { ...frameAt(15, [init]), sample: sampleAt(15) };
    expect(continueInspection(begun(), blind, answering).ended).toBeUndefined();
  });
});
