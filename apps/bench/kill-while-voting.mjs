// Kills the api with -9 again and again while eight gminas vote and vote anew, each vote under an Idempotency-Key and sent again
// until it is answered; then proves that no acknowledged vote is lost and none is doubled, and prints the figures.
//   npm run bench:kill            a hundred kills
//   npm run bench:kill -- 10      ten
// It brings a portal of its own, with an embedded database, and leaves nothing behind. Ends with 1 where a proof fails.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { at } from '../../tools/places.mjs';
import { say, step, Trouble } from '../../tools/say.mjs';
import { inOrder } from '../../tools/stopping.mjs';
import { preparePortal, signIn } from './portal.mjs';

const kills = Number(process.argv[2] ?? 100);
const voters = [
  'burmistrz@jantarowo',
  'wojt@mewia-zatoka',
  'wojt@wydmy-wielkie',
  'burmistrz@sosnowy-brzeg',
  'burmistrz@latarnikowo',
  'wojt@foczy-rog',
  'wojt@sledziowo',
  'burmistrz@bursztynowiec',
];
const choices = ['FOR', 'AGAINST', 'ABSTAIN'];

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const anyOf = (list) => list[Math.floor(Math.random() * list.length)];

async function openBallot(secretary) {
  const { id, version } = await secretary.ask('POST', '/api/ballots', {
    titlePl: 'Próba wytrzymałości',
    titleEn: 'A trial of strength',
    questionPl: 'Czy głos przetrwa?',
    questionEn: 'Does a vote survive?',
    nature: 'OPINION',
    quorum: 'HALF',
    majority: 'SIMPLE',
    majorityOf: 'VOTES',
    liveCount: false,
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  return secretary.ask('POST', `/api/ballots/${id}/announcement`, { version });
}

/** Votes until it is over; what is sent is sent again, under its key, until somebody answers. Gives what was acknowledged. */
async function vote(browser, { id, organizationId, onAnswer }, isOver) {
  const acknowledged = [];
  let retries = 0;
  while (!isOver()) {
    const key = randomUUID().replaceAll('-', '');
    const choice = anyOf(choices);
    for (;;) {
      const answer = await browser
        .send('POST', `/api/ballots/${id}/votes`, { organizationId, choice }, key)
        .catch(() => undefined);
      if (answer?.status === 201) {
        acknowledged.push({ ...answer.body, choice });
        onAnswer();
        break;
      }
      if (answer && answer.status < 500) throw new Trouble(`A vote is refused: ${JSON.stringify(answer.body)}`);
      retries += 1;
      await sleep(100);
    }
    await sleep(20 + Math.random() * 60);
  }
  return { acknowledged, retries };
}

/** What is wrong with the record of the ballot, measured by what the voters were told. */
function faultsOf(record, told) {
  const faults = [];
  const inRecord = new Map(record.votes.map((one) => [one.receipt, one]));
  const all = told.flatMap(({ acknowledged }) => acknowledged);
  const lost = all.filter(({ receipt, choice }) => inRecord.get(receipt)?.choice !== choice).length;
  if (lost > 0) faults.push(`${lost} acknowledged votes are not in the record`);
  if (new Set(all.map(({ receipt }) => receipt)).size !== all.length) faults.push('two votes have one receipt');
  if (record.votes.length !== all.length)
    faults.push(`${record.votes.length} votes are in the record for ${all.length} that were cast`);
  const counted = new Map(record.votes.map((one) => [one.organizationId, one.receipt]));
  const last = told.map(({ acknowledged }) => acknowledged.at(-1)?.receipt);
  if (!last.every((receipt) => [...counted.values()].includes(receipt)))
    faults.push('a gmina’s last vote is not the one that counts');
  return faults;
}

await inOrder(async (onStop) => {
  const start = await preparePortal(onStop);
  let api = start();
  onStop(() => api.stop());
  await step('Starting the portal', api.ready);

  const secretary = await signIn(api.address, 'sieci@sekretariat');
  const ballot = await openBallot(secretary);
  const browsers = [];
  for (const voter of voters) {
    const browser = await signIn(api.address, voter);
    const { mine } = await browser.ask('GET', `/api/ballots/${ballot.id}`);
    browsers.push({ browser, organizationId: mine.organizationId });
  }

  let isOver = false;
  let answers = 0;
  let waiting;
  const onAnswer = () => {
    answers += 1;
    if (waiting && answers > waiting.until) waiting.resume();
  };
  const answersBeyond = (until) => new Promise((resume) => (waiting = { until, resume }));
  const begun = Date.now();
  const voting = Promise.all(
    browsers.map(({ browser, organizationId }) =>
      vote(browser, { id: ballot.id, organizationId, onAnswer }, () => isOver),
    ),
  );
  voting.catch(() => {});
  await step(`Killing it ${kills} times while ${voters.length} gminas vote`, async () => {
    for (let kill = 0; kill < kills; kill += 1) {
      // Not before votes arrive again, and then at any moment of their way.
      await Promise.race([answersBeyond(answers + 3), voting]);
      await sleep(Math.random() * 200);
      api.kill();
      await api.ended;
      api = start();
      await api.ready();
    }
  });
  await sleep(300);
  isOver = true;
  const told = await voting;
  const seconds = Math.round((Date.now() - begun) / 1000);

  const { version } = await secretary.ask('GET', `/api/ballots/${ballot.id}`);
  await secretary.ask('POST', `/api/ballots/${ballot.id}/closure`, { version });
  const record = await secretary.ask('GET', `/api/ballots/${ballot.id}/export`);
  const verified = spawnSync(process.execPath, [at('apps/verify/verify.mjs'), '-', '--en'], {
    input: JSON.stringify(record),
    encoding: 'utf8',
  });
  const faults = [...faultsOf(record, told), ...(verified.status === 0 ? [] : [verified.stdout])];
  const votes = told.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  const retries = told.reduce((sum, one) => sum + one.retries, 0);
  say(
    `${kills} kills in ${seconds} s: ${votes} votes acknowledged, ${retries} sendings without an answer and sent again.`,
  );
  say(verified.stdout.split('\n')[1] ?? '');
  say(faults.length === 0 ? 'No acknowledged vote is lost, and none is doubled.' : faults.join('\n'));
  return faults.length === 0 ? 0 : 1;
});
