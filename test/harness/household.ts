import { ok } from '../../src/metrics/outcome.ts';
import { aProcess } from '../processes/processes.ts';
import type { Contents } from './sample.ts';

const MIB = 2 ** 20;

/**
 * Thirty processes of a machine with four cores: init, a shell with two programs of node below it, a thread of the kernel, and
 * 25 workers below the init, the nth of which uses n % of a core. What is given replaces the workers' use.
 */
export function household(usageOf: (nth: number) => number = (nth) => nth / 100): Contents {
  const workers = Array.from({ length: 25 }, (_, i) =>
    aProcess({ pid: 500 + i, name: `worker-${i}`, user: 'eva', usage: usageOf(i), resident: i * MIB, threads: 1, nice: 0 }),
  );
  const all = [
    aProcess({ pid: 1, parent: 0, name: 'init', command: '/sbin/init splash', user: 'root', usage: 0.001, resident: 9 * MIB }),
    aProcess({ pid: 2, parent: 0, name: 'kthreadd', user: 'root', usage: 0, resident: 0, kernelThread: true }),
    aProcess({ pid: 100, name: 'bash', command: '-bash', user: 'ada', usage: 0, resident: 5 * MIB }),
    aProcess({
      pid: 101,
      parent: 100,
      name: 'node',
      command: '/opt/bin/node server.js',
      user: 'ada',
      usage: 0.6,
      cpuTime: 3725,
      resident: 1500 * MIB,
    }),
    aProcess({ pid: 102, parent: 101, name: 'node', command: 'node worker.js', user: 'ada', usage: 0.4, resident: 300 * MIB }),
    ...workers,
  ];
  const cores = [0, 1, 2, 3].map((id) => ({ id, online: true, usage: 0.5 }));
  return { cpu: ok({ usage: 0.5, cores }), memory: 0.5, process: ok({ count: all.length, all }) };
}
