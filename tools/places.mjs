// Where things are, for all tools.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** A path inside the repository. */
export const at = (...parts) => path.join(root, ...parts);

/** Stamps, logs and whatever else may be deleted at any time. */
export const cache = at('node_modules', '.cache', 'blizej');

/** What the portal keeps: the embedded database and files. */
export const dataDir = () => path.resolve(root, process.env.DATA_DIR || '.data');

/** The command `name` as installed for the package in `folder` (the root by default). */
export const bin = (name, folder = '.') =>
  at(folder, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.CMD` : name);
