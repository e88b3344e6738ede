// Under which account the embedded PostgreSQL runs. It refuses to be root, so root hands it to "nobody"; everybody else
// runs it himself.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const nobody = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;

/** Whether an account may pass through every folder down to `dir`. */
function mayEnter(dir, uid) {
  for (let folder = dir; ; folder = path.dirname(folder)) {
    const { mode, uid: owner } = fs.statSync(folder);
    if (!(mode & (owner === uid ? 0o100 : 0o001))) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/**
 * The account for a cluster: `{ uid, gid }` for spawn, or `{}` for the one we already are.
 * @param data the data folder; where root finds one that somebody else began, it goes on under that account
 */
export function accountFor(data) {
  if (!isRoot) return {};
  if (!fs.existsSync(data)) return nobody;
  const { uid, gid } = fs.statSync(data);
  if (uid !== 0) return { uid, gid };
  // Root has copied or restored the folder: PostgreSQL insists on owning it.
  execFileSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, data]);
  return nobody;
}

/** Hands a file or folder to an account. */
export function giveTo({ uid, gid }, file) {
  if (uid !== undefined) fs.chownSync(file, uid, gid);
}

/**
 * The folder in which a cluster can live, made if absent. For root in a closed folder (a clone under /root, say), where
 * "nobody" could not enter, it is a link to a folder of its own under /var/lib.
 */
export function openFolder(dir) {
  fs.mkdirSync(dir, { recursive: true });
  const folder = fs.realpathSync(dir);
  if (!isRoot || mayEnter(folder, accountFor(path.join(folder, 'data')).uid)) return folder;
  if (fs.readdirSync(folder).length > 0) return folder;
  const elsewhere = fs.mkdtempSync('/var/lib/blizej-');
  fs.chmodSync(elsewhere, 0o711);
  fs.rmdirSync(folder);
  fs.symlinkSync(elsewhere, folder);
  return elsewhere;
}

/** A new folder for a cluster that is thrown away. */
export function temporaryFolder(prefix) {
  const wanted = fs.realpathSync(os.tmpdir());
  const parent = isRoot && !mayEnter(wanted, nobody.uid) ? '/tmp' : wanted;
  const folder = fs.mkdtempSync(path.join(parent, prefix));
  if (isRoot) giveTo(nobody, folder);
  return folder;
}
