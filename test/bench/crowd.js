import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { countProcesses } from './process-tree.js';

/** A shell that starts so many that sleep, and waits. */
const SLEEPERS = 'i=0; while [ $i -lt "$1" ]; do sleep 100000 & i=$((i+1)); done; wait';
/** A busy machine makes them slowly; one that makes no more has a limit. */
const PATIENCE_SECONDS = 30;

/** Fills the machine up to so many processes, with ones that sleep; resolves, when they are there, with how to end them. */
export async function crowd(size) {
  const missing = size - countProcesses() - 1;
  if (missing <= 0) return async () => {};
  const shell = spawn('sh', ['-c', SLEEPERS, 'sh', String(missing)], { detached: true, stdio: 'ignore' });
  const gone = new Promise((resolve) => shell.on('close', resolve));
  const leave = async () => {
    process.kill(-shell.pid, 'SIGKILL');
    await gone;
  };
  let [most, grown] = [0, performance.now()];
  for (let count = countProcesses(); count < size - 10; count = countProcesses()) {
    if (count > most) [most, grown] = [count, performance.now()];
    if (performance.now() - grown > PATIENCE_SECONDS * 1000) {
      await leave();
      throw new Error(`this machine lets us have ${most} processes, not ${size}; choose fewer with --processes`);
    }
    await sleep(100);
  }
  return leave;
}
