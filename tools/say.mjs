// What the tools print: one line for each step with the time it took, and one clear sentence when something fails.
import fs from 'node:fs';
import path from 'node:path';
import { cache } from './places.mjs';

/** A failure with a sentence for the person at the terminal; anything else that is thrown is a fault of the tools. */
export class Trouble extends Error {
  /**
   * @param sentence what failed and what to do
   * @param output what the failed command printed: its end is shown, all of it goes to a log
   */
  constructor(sentence, { output, cause } = {}) {
    super(sentence, { cause });
    this.output = output;
  }
}

process.stdout.on('error', () => {}); // a closed pipe (npm start | head) is nobody's fault

/** The title that stands on the terminal without its end of line, if one does. */
let openTitle;

function endOpenLine() {
  if (openTitle !== undefined) process.stdout.write('\n');
  openTitle = undefined;
}

/** Prints a plain line. */
export function say(line) {
  endOpenLine();
  process.stdout.write(`${line}\n`);
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function closeStep(title, result) {
  if (openTitle === title) {
    openTitle = undefined;
    process.stdout.write(` ${result}\n`);
  } else {
    say(`• ${title} … ${result}`);
  }
}

/** Does a step and prints its line: at a terminal the title comes at once, elsewhere with the time it took. */
export async function step(title, work) {
  const since = performance.now();
  if (process.stdout.isTTY && openTitle === undefined) {
    openTitle = title;
    process.stdout.write(`• ${title} …`);
  }
  try {
    const result = await work();
    closeStep(title, seconds(since));
    return result;
  } catch (error) {
    closeStep(title, `failed after ${seconds(since)}`);
    throw error;
  }
}

/** Prints that a step was not needed. */
export const skipped = (title, why) => say(`• ${title} … skipped: ${why}`);

const shownLines = 60;

/** Faults of the machine, not of the tools. */
const systemFaults = {
  EACCES: 'This user may not write here',
  EPERM: 'This user may not write here',
  EROFS: 'This folder is read-only',
  ENOSPC: 'The disk is full',
};

function sentenceOf(error) {
  if (error instanceof Trouble) return error.message;
  if (systemFaults[error?.code]) return `${systemFaults[error.code]}: ${error.path ?? error.message}`;
  return `This should not have happened: ${error?.message ?? error}`;
}

/** Prints a failure and gives the exit code. */
export function tell(error) {
  endOpenLine();
  const known = error instanceof Trouble;
  const output = known ? error.output : error?.stack;
  if (known && output?.trim()) {
    const lines = output.trimEnd().split('\n');
    if (lines.length > shownLines) lines.splice(0, lines.length - shownLines, '…');
    process.stderr.write(`\n${lines.join('\n')}\n`);
  }
  process.stderr.write(`\n${sentenceOf(error)}\n`);
  const log = output?.trim() && keepLog(output);
  if (log) process.stderr.write(`Log: ${log}\n`);
  return 1;
}

let logBegun = false;

/** Keeps all that failed in this run in one file. */
function keepLog(output) {
  const file = path.join(cache, 'failures.log');
  try {
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(file, `${output.trimEnd()}\n\n`, { flag: logBegun ? 'a' : 'w' });
    logBegun = true;
    return file;
  } catch {
    return undefined; // a read-only folder: the sentence above is all there is
  }
}

/** Runs a tool to its end: its exit code is what `work` gives (0 by default), or 1 after telling the failure. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.exitCode = tell(error);
  }
}
