// Runs the steps and the server in the foreground: signals reach each of them once, and this process ends with their code.
// Plain JavaScript for any Node from 20 on.
import { spawn } from 'node:child_process';
import { constants as os } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** A fault that a person must cure: the message is all there is to show. */
export class SetupFault extends Error {}

/** A child was stopped by a signal that was passed on to it: end quietly with this code. */
class Interrupted extends Error {
  /** @param {number} code */
  constructor(code) {
    super('interrupted');
    this.code = code;
  }
}

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const SAME_PRESS_MS = 500;
const PARENT_LOOK_MS = 500;

/**
 * Runs a program to its end with our output. It has a process group of its own, and signals are passed on by us: otherwise
 * Ctrl+C reaches it from the terminal, from npm and from us. Repeats within half a second count as one; a later one is passed on again.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} exit code; 128 + the signal's number when a signal ended it
 */
export function run(file, args, env = process.env) {
  const options = /** @type {const} */ ({ cwd: project, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const child = spawn(file, args, { ...options, detached: process.platform !== 'win32' });
  let passedAt = Number.NEGATIVE_INFINITY;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    if (Date.now() - passedAt < SAME_PRESS_MS) return;
    passedAt = Date.now();
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  const watch = whenNpmIsGone(() => pass('SIGTERM'));
  return new Promise((settle, fail) => {
    child.once('error', (error) => fail(new SetupFault(`Cannot run ${file}: ${error.message}`)));
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      // After a signal they stay: npm's copy of it may come late and must not end us by itself.
      if (passedAt < 0) for (const name of SIGNALS) process.off(name, pass);
      settle(code ?? 128 + os.signals[signal ?? 'SIGTERM']);
    });
  });
}

/**
 * npm, and the shell that it starts us by, end only by being killed, and then nobody passes signals on any more.
 * @param {() => void} act
 */
function whenNpmIsGone(act) {
  const parent = process.ppid;
  const look = () => {
    if (!process.env.npm_lifecycle_event || process.ppid === parent) return;
    clearInterval(timer);
    act();
  };
  const timer = setInterval(look, PARENT_LOOK_MS).unref();
  return timer;
}

/**
 * Runs the program of a starter and ends this process with its code; a SetupFault is told in its own words.
 * @param {() => Promise<number>} work
 */
export async function endWith(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (error instanceof Interrupted) process.exitCode = error.code;
    else {
      console.error(error instanceof SetupFault ? error.message : error);
      process.exitCode = 1;
    }
  }
}

/**
 * A step that must succeed. Throws SetupFault when it does not.
 * @param {string} file
 * @param {string[]} args
 * @param {string} fault what to say when it fails
 */
export async function runOrFail(file, args, fault) {
  const code = await run(file, args);
  if (code > 128) throw new Interrupted(code);
  if (code !== 0) throw new SetupFault(`${fault} (exit code ${code}). What went wrong is said above.`);
}
