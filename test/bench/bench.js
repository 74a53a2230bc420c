import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { crowd } from './crowd.js';
import { measureOnce } from './once.js';
import { countProcesses } from './process-tree.js';
import { createEnvironment, createHome, steadyPrograms, sysmon, versionOf } from './programs.js';
import { measureReading } from './reading.js';
import { writeReadme } from './readme.js';
import { describeMachine, keepSoak, report } from './report.js';
import { measureSlopes } from './slopes.js';
import { soak } from './soak.js';
import { measureSteady } from './steady.js';

/**
 * Measures what sysmon costs, beside btop, htop, Glances and gtop where they are installed. Reads /proc, so it runs on Linux. What
 * each figure means stands with what measures it: steady.js, once.js, process-tree.js, slopes.js, soak.js.
 *
 * In a round every program has its turn, so that the machine's other work meets all alike. Reported are medians over the rounds;
 * ratios are taken within a round. Nothing is judged: it fails only when sysmon can't be run.
 */
const HELP = `Usage: npm run bench -- [OPTIONS]

Prints the report, and writes it to docs/benchmark.md, and its most important figures to README.md, unless --short is given.
Takes 11 minutes with four peers.

  --seconds N      Time for which each program is measured once it has settled [8]
  --rounds N       How often each has its turn [5]
  --processes LIST Numbers of processes that the machine shall have, the missing ones made by sleeping;
                   0 is as it is [0,1000,5000]
  --short          One round of 5 seconds on the machine as it is, for a quick look
  --soak           Memory over 80,000 samples, too: another 10 minutes
  --markdown FILE  Write the report there
  --help           This text
`;

const PAGE = fileURLToPath(new URL('../../docs/benchmark.md', import.meta.url));
const ONCE = [{ name: 'sysmon --json', command: sysmon('--json') }];
/** A run that ends is short: in each round it is run a few times. */
const RUNS_A_ROUND = 5;

try {
  await bench(readOptions());
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
}

async function bench({ seconds, rounds, processes, short, soak: soaked, markdown = short ? undefined : PAGE, help }) {
  if (help) return console.log(HELP.trimEnd());
  const home = createHome();
  try {
    const measured = await measure(seconds, rounds, processes, createEnvironment(home));
    const text = report({ ...measured, slopes: await measureSlopes(), soak: soaked ? await soak() : undefined });
    console.log(text);
    if (markdown === PAGE) writeReadme(measured);
    if (markdown) writeFileSync(markdown, `${keepSoak(text, existsSync(markdown) ? readFileSync(markdown, 'utf8') : '')}\n`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(seconds, rounds, sizes, env) {
  const machine = describeMachine();
  const method = `Each ${seconds} s after 3 s to settle; medians of ${rounds} interleaved rounds; ratios within a round`;
  const programs = steadyPrograms().map((program) => ({ ...program, version: versionOf(program, env) }));
  const absent = programs.filter(({ version }) => version === undefined);
  const present = programs.filter(({ version }) => version !== undefined);
  const crowds = [];
  for (const size of sizes) {
    const leave = await crowd(size).catch((error) => {
      // What was measured up to here is not lost.
      if (crowds.length === 0) throw error;
      console.error(error.message);
    });
    if (leave === undefined) continue;
    try {
      const first = crowds.length === 0;
      const steady = present.filter((program) => first || program.crowded).map((program) => ({ ...program, rounds: [] }));
      const once = first ? ONCE.map((program) => ({ ...program, rounds: [] })) : [];
      const reading = { rounds: [] };
      const processes = countProcesses();
      for (let round = 1; round <= rounds; round += 1) {
        console.error(`${processes} processes, round ${round} of ${rounds}`);
        for (const program of steady) {
          program.rounds.push(await measureSteady(program, seconds, env).catch((error) => forgive(program, error)));
        }
        for (const program of once) {
          for (let run = 0; run < RUNS_A_ROUND; run += 1) program.rounds.push(await measureOnce(program.command, env));
        }
        reading.rounds.push(await measureReading(env));
      }
      crowds.push({ processes, steady, once, reading });
    } finally {
      await leave();
    }
  }
  return { machine, method, absent, crowds };
}

/** Another program that can't be measured leaves blanks; sysmon must run. */
function forgive({ ours }, error) {
  if (ours) throw error;
  console.error(error.message);
  return {};
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      processes: { type: 'string' },
      short: { type: 'boolean', default: false },
      soak: { type: 'boolean', default: false },
      markdown: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [seconds, rounds, processes] = values.short ? [5, 1, '0'] : [8, 5, '0,1000,5000'];
  return {
    ...values,
    seconds: positive(values.seconds, seconds),
    rounds: Math.ceil(positive(values.rounds, rounds)),
    processes: (values.processes ?? processes).split(',').map(whole),
  };
}

function positive(text, fallback) {
  if (text === undefined) return fallback;
  if (!(Number(text) > 0)) throw new Error(`"${text}" is no positive number`);
  return Number(text);
}

function whole(text) {
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is no number of processes; write some like 0,1000,5000`);
  return Number(text);
}
