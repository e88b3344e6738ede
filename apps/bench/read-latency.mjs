// Measures how long the portal takes to answer what its pages ask: one connection, one request after another, the demo's data.
//   npm run bench:read            two hundred of each
//   npm run bench:read -- 1000    a thousand
// It brings a portal of its own, with an embedded database, and leaves nothing behind. It says the figures and judges none.
import { say, step } from '../../tools/say.mjs';
import { inOrder } from '../../tools/stopping.mjs';
import { preparePortal, signIn } from './portal.mjs';

const times = Number(process.argv[2] ?? 200);
/** Before that as many more are read and not counted: the engine compiles what is called often. */
const warmUp = times;

/** What is read, by whom. `:id` is the first of the list that stands before it. */
const reads = [
  ['wojt@mewia-zatoka', ['/api/session', '/api/start', '/api/notifications', '/api/assignments']],
  ['sieci@sekretariat', ['/api/start', '/api/tasks', '/api/audit']],
  [
    'maria@mewia-zatoka',
    [
      ...['networks', 'organizations', 'tasks', 'initiatives', 'ideas', 'calls', 'partners'].flatMap((list) => [
        `/api/${list}`,
        `/api/${list}/:id`,
      ]),
      ...['positions', 'ballots', 'meetings', 'resolutions'].flatMap((list) => [`/api/${list}`, `/api/${list}/:id`]),
    ],
  ],
];

const rank = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** How long each request takes, in milliseconds: the fiftieth and the ninety-fifth of a hundred, and how large the answer is before compression. */
async function measure(read) {
  const took = [];
  let bytes = 0;
  for (let count = -warmUp; count < times; count += 1) {
    const begun = performance.now();
    ({ bytes } = await read());
    if (count >= 0) took.push(performance.now() - begun);
  }
  const sorted = took.toSorted((one, other) => one - other);
  return { p50: rank(sorted, 0.5), p95: rank(sorted, 0.95), bytes };
}

await inOrder(async (onStop) => {
  const api = (await preparePortal(onStop))();
  onStop(() => api.stop());
  await step('Starting the portal', api.ready);
  const lines = [];
  await step(`Reading each of them ${times} times`, async () => {
    for (const [person, paths] of reads) {
      const { ask, read } = await signIn(api.address, person);
      let first = '';
      for (const path of paths) {
        if (path.endsWith('/:id')) first = (await ask('GET', path.slice(0, -4))).items[0]?.id ?? '';
        const { p50, p95, bytes } = await measure(() => read(path.replace(':id', first)));
        lines.push([path, p50.toFixed(1), p95.toFixed(1), (bytes / 1000).toFixed(1)]);
      }
    }
  });
  for (const [path, p50, p95, kilobytes] of [['', 'p50 ms', 'p95 ms', 'kB'], ...lines])
    say(`${path.padEnd(28)}${p50.padStart(8)}${p95.padStart(8)}${kilobytes.padStart(8)}`);
  return 0;
});
