// One at a time: a lock file that holds the owner's process id. It is taken over from an owner that has died, or that has
// not touched it for a minute (its id then belongs to some other process).
import fs from 'node:fs';
import path from 'node:path';

const touchEvery = 2_000;
const abandonedAfter = 60_000;

/** Whether a process with this id runs, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function isAbandoned(file) {
  try {
    const { mtimeMs } = fs.statSync(file);
    const owner = Number(fs.readFileSync(file, 'utf8'));
    const age = Date.now() - mtimeMs;
    // A file still empty was made a moment ago by someone who has yet to write his id.
    if (!owner) return age > touchEvery;
    return !isAlive(owner) || age > abandonedAfter;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Does `work` while no other process does it under the same file. */
export async function withLock(file, work) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!take(file)) {
    // Renaming first, so that of two who see the same dead owner only one takes the file away.
    if (isAbandoned(file)) {
      const aside = `${file}.${process.pid}`;
      try {
        fs.renameSync(file, aside);
        fs.rmSync(aside);
      } catch (error) {
        if (error.code !== 'ENOENT') throw error;
      }
    } else {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const touch = setInterval(() => fs.utimes(file, new Date(), new Date(), () => {}), touchEvery);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    fs.rmSync(file, { force: true });
  }
}
