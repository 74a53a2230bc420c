import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureOnce } from './once.js';
import { createEnvironment, createHome, steadyPrograms, sysmon, versionOf } from './programs.js';
import { describeMachine, report } from './report.js';
import { measureSteady } from './steady.js';

/**
 * Measures what sysmon costs, beside btop, htop and glances where they are installed. Reads /proc, so it runs on Linux. What each
 * figure means stands with what measures it: steady.js, once.js, process-tree.js.
 *
 * In a round every program has its turn, so that the machine's other work meets all alike. Reported are medians over the rounds;
 * ratios are taken within a round. Nothing is judged: it fails only when sysmon can't be run.
 */
const HELP = `Usage: npm run bench -- [OPTIONS]

  --seconds N      Time for which each program is measured once it has settled [20]
  --rounds N       How often each has its turn [3]
  --short          One round of 5 seconds, for a quick look
  --markdown FILE  Write the report there, too
  --help           This text
`;

const ONCE = [{ name: 'sysmon --json', command: sysmon('--json') }];
/** A run that ends is short: in each round it is run a few times. */
const RUNS_A_ROUND = 5;

try {
  await bench(readOptions());
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
}

async function bench({ seconds, rounds, markdown, help }) {
  if (help) return console.log(HELP.trimEnd());
  const home = createHome();
  try {
    const text = await measure(seconds, rounds, createEnvironment(home));
    console.log(text);
    if (markdown) writeFileSync(markdown, `${text}\n`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(seconds, rounds, env) {
  const machine = describeMachine();
  const method = `Each ${seconds} s after 3 s to settle; medians of ${rounds} interleaved rounds; ratios within a round`;
  const all = steadyPrograms().map((program) => ({ ...program, version: versionOf(program, env), rounds: [] }));
  const absent = all.filter(({ version }) => version === undefined);
  const steady = all.filter(({ version }) => version !== undefined);
  const once = ONCE.map((program) => ({ ...program, rounds: [] }));
  for (let round = 1; round <= rounds; round += 1) {
    for (const program of steady) {
      console.error(`round ${round} of ${rounds}: ${program.name}`);
      program.rounds.push(await measureSteady(program, seconds, env).catch((error) => forgive(program, error)));
    }
    for (const program of once) {
      console.error(`round ${round} of ${rounds}: ${program.name}`);
      for (let run = 0; run < RUNS_A_ROUND; run += 1) program.rounds.push(await measureOnce(program.command, env));
    }
  }
  return report({ machine, method, absent, steady, once });
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
      short: { type: 'boolean', default: false },
      markdown: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [seconds, rounds] = values.short ? [5, 1] : [20, 3];
  return { ...values, seconds: positive(values.seconds, seconds), rounds: Math.ceil(positive(values.rounds, rounds)) };
}

function positive(text, fallback) {
  if (text === undefined) return fallback;
  if (!(Number(text) > 0)) throw new Error(`"${text}" is no positive number`);
  return Number(text);
}
