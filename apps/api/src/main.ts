import 'reflect-metadata';
import { pino } from 'pino';
import { createApp } from './create-app.ts';
import { buildDemoWorld } from './demo/build-world.ts';
import { inviteFirstSecretary } from './features/accounts/index.ts';
import { tidyFiles } from './features/documents/index.ts';
import { freeLapsedSeats } from './features/networks/index.ts';
import { openDatabase } from './foundations.ts';
import { jobHandlers } from './jobs.ts';
import { ConfigError, readConfig, type Config } from './platform/config/config.ts';
import { sweep, sweepEvery } from './platform/database/housekeeping.ts';
import { openFiles } from './platform/files/open-files.ts';
import { startJobs } from './platform/jobs/queue.ts';
import { openPost } from './platform/mail/post.ts';
import { openSecretBox } from './platform/secrets/secret-box.ts';
import { importReferenceData } from './reference-data.ts';

const config = configOrExit();
const log = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
const { database, unit } = openDatabase(config.databaseUrl, config.databasePool, log);
const post = openPost(config);
const files = openFiles(config);

try {
  await importReferenceData(unit);
  // A new demo shows at once what the letters of the day look like.
  if (config.demo && (await buildDemoWorld(unit, files.store)))
    await unit.run(null, async (work) => work.enqueue({ name: 'write-digests', payload: {} }));
  if (config.firstSecretary && (await inviteFirstSecretary(unit, config.firstSecretary))) {
    log.info({ letters: config.smtpUrl ? 'by mail' : config.mailDir }, 'The first secretary was invited.');
  }
  const app = await createApp({ config, database, unit, box: openSecretBox(config), files, log });
  const handlers = jobHandlers({ database, unit, post, files, publicUrl: config.publicUrl });
  const jobs = await startJobs(config.databaseUrl, handlers, log);
  const tidy = () =>
    Promise.all([sweep(database), tidyFiles(unit), freeLapsedSeats(unit)]).catch(() =>
      log.warn('Housekeeping was put off.'),
    );
  void tidy();
  const broom = setInterval(() => void tidy(), sweepEvery);
  const stop = async (signal: string) => {
    log.info({ signal }, 'Stopping.');
    clearInterval(broom);
    await app.close();
    await jobs.stop();
    post.close();
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(signal));
  await app.listen(config.port, config.host);
  log.info({ port: config.port, host: config.host, demo: config.demo }, 'The portal is listening.');
} catch (error) {
  const taken = (error as { code?: string }).code === 'EADDRINUSE';
  log.fatal(
    taken ? { port: config.port } : { error: error instanceof Error ? error.stack : String(error) },
    taken
      ? `Port ${config.port} is taken: stop what listens there, or choose another with PORT=3001.`
      : 'The portal could not start.',
  );
  await database.close();
  process.exit(1);
}

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`The portal cannot start:\n${error.message}\n`);
    return process.exit(2);
  }
}
