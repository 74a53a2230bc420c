import fc from 'fast-check';
import type { Process } from '../../src/processes/process.ts';

/** A process of which the test says what matters to it. */
export function aProcess(facts: Partial<Process> & { readonly pid: number }): Process {
  return { id: `${facts.pid}@100`, parent: 1, name: `p${facts.pid}`, state: 'S', resident: 0, ...facts };
}

const name = fc.constantFrom('node', 'Xorg', 'kworker/0:1', '(sd-pam)', 'ffmpeg');
const count = fc.nat(100);

/** Any process: what can be unknown is sometimes unknown, and the parent may be anything, the process itself included. */
const anyFacts = fc.record(
  {
    parent: fc.integer({ min: 0, max: 30 }),
    name,
    command: fc.constantFrom('/usr/bin/node server.js', '', 'Xorg :0'),
    user: fc.constantFrom('root', 'eva'),
    unit: fc.constantFrom('nginx.service', 'docker'),
    state: fc.constantFrom('R', 'S', 'D', 'Z', 'T', 't', 'I', 'X'),
    usage: count.map((n) => n / 16),
    cpuTime: count,
    resident: count.map((n) => n * 1024),
    memoryUsage: count.map((n) => n / 128),
    threads: count,
    nice: fc.integer({ min: -20, max: 19 }),
    age: count,
    ioRate: count.map((n) => n * 1000),
    readRate: count,
    writeRate: count,
    files: count,
    shared: count.map((n) => n * 1024),
    virtual: count.map((n) => n * 1024),
    priority: fc.integer({ min: -100, max: 39 }),
  },
  { requiredKeys: ['parent', 'name', 'state', 'resident'] },
);

export const anyProcesses = fc
  .uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 30 })
  .chain((pids) => fc.tuple(...pids.map((pid) => anyFacts.map((facts) => aProcess({ pid, ...facts })))));
