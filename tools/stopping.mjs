// An orderly end: what was started last is stopped first, whether the work ends, fails, or somebody presses Ctrl-C.
import { tell } from './say.mjs';

/**
 * Does `work(onStop, wanted)`, then stops all that it registered with `onStop(stop)`. `wanted` resolves when a signal asks
 * for the end. Gives the exit code of the work, or 0 after a signal.
 */
export async function inOrder(work) {
  const stops = [];
  const stopAll = async () => {
    while (stops.length > 0) await stops.pop()();
  };
  let ask;
  const wanted = new Promise((resolve) => (ask = () => resolve()));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && ask(), 1_000);
  // Under npm the portal is npm's: it does not outlive it. Started by itself it may outlive the shell.
  if (!process.env.npm_lifecycle_event) clearInterval(watch);

  let code;
  try {
    const working = work((stop) => stops.push(stop), wanted);
    working.catch(() => {}); // after a signal nobody waits for how it ends
    code = await Promise.race([working, wanted]);
  } catch (error) {
    code = tell(error);
  }
  clearInterval(watch);
  await stopAll().catch((error) => (code = tell(error)));
  process.exit(code ?? 0);
}
