// Recounts the record of a closed ballot, which everybody who sees the ballot may download, and looks in it for receipts, for the
// codes of secret votes, and for the closing link that the ballot's page and its minutes show:
//   node apps/verify/verify.mjs record.json [receipt, code or closing link …]
// In Polish; with --en in English; - reads the standard input.
// Ends with 0 where the record stands and holds all of them, with 1 where it does not, with 2 where it cannot be read.
// It shares no code with the portal and needs nothing but Node: who doubts the portal need not trust it for this.
// What it checks, and what nobody can find out from a record alone: docs/decisions/0031
// and, of secret ballots, 0039.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const words = {
  pl: {
    usage: 'Użycie: node verify.mjs zapis.json [potwierdzenie, kod lub ogniwo zamykające …] [--en]',
    unreadable: 'Tego pliku nie da się odczytać jako zapisu głosowania',
    opening: 'Pytanie, zasady, czas lub lista uprawnionych nie zgadzają się z początkiem łańcucha.',
    electorate: 'Lista uprawnionych wymienia tę samą gminę dwa razy.',
    number: (vote) => `Głos ${vote.number}: numer nie jest następnym w łańcuchu.`,
    link: (vote) => `Głos ${vote.number}: nie pasuje do swojego potwierdzenia.`,
    stranger: (vote) => `Głos ${vote.number}: oddała go gmina spoza listy uprawnionych.`,
    time: (vote) => `Głos ${vote.number}: nie został oddany w czasie głosowania.`,
    head: 'Łańcuch głosów nie kończy się tam, gdzie mówi zapis.',
    extension: 'Przesunięcia końca głosowania nie układają się w ciąg.',
    closed: 'Głosowanie zakończono przed czasem, choć nie wszyscy zagłosowali.',
    count: ({ claimed, found }) => `Zapis podaje liczbę głosów ${claimed}, a głosów jest ${found}.`,
    outcome: ({ claimed, found }) => `Zapis podaje wynik ${claimed}, a według zasad jest ${found}.`,
    closing: 'Ogniwo zamykające nie zgadza się z końcem łańcucha, godziną zakończenia, otwartymi głosami lub wynikiem.',
    closes: (closing) => [
      `Ogniwo zamykające: ${closing}`,
      'Porównaj je z tym, które stoi na stronie głosowania i w protokole: inne znaczy, że zapis zmieniono.',
    ],
    unclosed: 'Zapis sprzed ogniwa zamykającego: porównaj wynik i godzinę zakończenia z protokołem.',
    isClosing: 'to ogniwo zamykające tego zapisu.',
    stands: (votes, gminas) => `Zapis się zgadza: głosów w łańcuchu ${votes}, policzonych ${gminas}.`,
    falls: (faults) => `Zapis się nie zgadza (liczba błędów: ${faults}):`,
    result: ({ count, outcome }) =>
      `Wynik: za ${count.for}, przeciw ${count.against}, wstrzymało się ${count.abstain}: ${outcome}.`,
    counted: (name, choice) => `jest na liście i policzono je: ${name}, ${choice}.`,
    replaced: (name) => `jest na liście; ${name} zagłosowała potem jeszcze raz i liczy się tamten głos.`,
    missing: 'NIE MA go na liście.',
    twice: (vote) => `Głos ${vote.number}: w głosowaniu tajnym gmina oddała już głos.`,
    copied: (vote) => `Głos ${vote.number}: taki sam zapieczętowany głos oddano już wcześniej.`,
    shared: (code, times) =>
      `Uwaga: kod ${code} jest na liście ${times} razy. Strona portalu nie tworzy dwóch takich samych; ktoś podał go dwa razy.`,
    opened: (opened, sealed) => `Otwartych głosów jest ${opened}, a zapieczętowanych oddano ${sealed}.`,
    sorted: 'Otwarte głosy nie są ułożone według kodów.',
    overOwn: (vote) => `Głos ${vote.number}: oddał go pełnomocnik, choć gmina zagłosowała już sama.`,
    noProxies: (vote) => `Głos ${vote.number}: oddał go pełnomocnik, choć zasady nie dopuszczają pełnomocników.`,
    overLimit: (vote) => `Głos ${vote.number}: pełnomocnik zagłosował za więcej gmin, niż wolno.`,
    code: (choice) => `jest na liście otwartych głosów: ${choice}.`,
    codes: (times) => `jest na liście otwartych głosów ${times} razy: ktoś podał ten kod dwa razy.`,
    sealed: (name) => `jest w łańcuchu: ${name} oddała zapieczętowany głos.`,
  },
  en: {
    usage: 'Usage: node verify.mjs record.json [receipt, code or closing link …] [--en]',
    unreadable: 'This file cannot be read as the record of a ballot',
    opening: 'Question, rules, times or electorate do not fit the first link of the chain.',
    electorate: 'The electorate names a municipality twice.',
    number: (vote) => `Vote ${vote.number}: its number is not the next of the chain.`,
    link: (vote) => `Vote ${vote.number}: it does not fit its receipt.`,
    stranger: (vote) => `Vote ${vote.number}: its municipality is not in the electorate.`,
    time: (vote) => `Vote ${vote.number}: it was not cast while the ballot was open.`,
    head: 'The chain of votes does not end where the record says.',
    extension: 'The extensions do not follow one another.',
    closed: 'The ballot was closed before its time, though not all had voted.',
    count: ({ claimed, found }) => `The record says the count is ${claimed}, but the votes are ${found}.`,
    outcome: ({ claimed, found }) => `The record says the outcome is ${claimed}, but by its rules it is ${found}.`,
    closing:
      'The closing link does not fit the end of the chain, the time of the close, the opened votes or the result.',
    closes: (closing) => [
      `Closing link: ${closing}`,
      "Compare it with the one on the ballot's page and in its minutes: another one means that the record was changed.",
    ],
    unclosed:
      'A record from before there was a closing link: compare its result and the time of its close with the minutes.',
    isClosing: 'is the closing link of this record.',
    stands: (votes, gminas) => `The record stands: ${votes} votes in the chain, ${gminas} of them counted.`,
    falls: (faults) => `The record does not stand (faults: ${faults}):`,
    result: ({ count, outcome }) =>
      `Result: ${count.for} for, ${count.against} against, ${count.abstain} abstained: ${outcome}.`,
    counted: (name, choice) => `is in the list and was counted: ${name}, ${choice}.`,
    replaced: (name) => `is in the list; ${name} voted once more later, and that vote counts.`,
    missing: 'is NOT in the list.',
    twice: (vote) => `Vote ${vote.number}: the municipality had voted already in this secret ballot.`,
    copied: (vote) => `Vote ${vote.number}: the same sealed vote had been cast before.`,
    shared: (code, times) =>
      `Note: the code ${code} is in the list ${times} times. No page of the portal makes one twice; somebody gave it twice.`,
    opened: (opened, sealed) => `There are ${opened} opened votes, but ${sealed} were cast sealed.`,
    sorted: 'The opened votes are not in the order of their codes.',
    overOwn: (vote) => `Vote ${vote.number}: a proxy cast it though the municipality had voted itself.`,
    noProxies: (vote) => `Vote ${vote.number}: a proxy cast it though the rules allow none.`,
    overLimit: (vote) => `Vote ${vote.number}: the proxy voted for more municipalities than allowed.`,
    code: (choice) => `is among the opened votes: ${choice}.`,
    codes: (times) => `is among the opened votes ${times} times: the code was given twice.`,
    sealed: (name) => `is in the chain: ${name} cast a sealed vote.`,
  },
};

const link = (...parts) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** The first link: over all that stood when the ballot opened. */
const openingOf = (record) => {
  const { format, id, title, question, nature, legalBasis, rule, openedAt, closesAt, electorate } = record;
  return link(
    format,
    id,
    [title.pl, title.en, question.pl, question.en],
    [nature, legalBasis],
    [rule.quorum, rule.majority, rule.majorityOf, rule.liveCount],
    [openedAt, closesAt],
    electorate.map((gmina) => [gmina.id, gmina.name]),
    ...(record.publicKey === undefined ? [] : [record.publicKey]),
    ...(record.proxyLimit === undefined ? [] : [record.proxyLimit]),
  );
};

/** What a vote adds where it was not cast in the portal by the municipality itself. */
const mannerOf = ({ channel = 'PORTAL', proxy, paper }) =>
  channel === 'PORTAL' && proxy === undefined
    ? []
    : [
        channel,
        proxy ? [proxy.organizationId, proxy.document, proxy.documentOn] : null,
        paper ? [paper.reference, paper.on] : null,
      ];

const receiptOf = (before, vote) => {
  const { number, organizationId, choice, digest, office, castAt, nonce } = vote;
  return link(before, number, organizationId, choice ?? digest, office, castAt, nonce, ...mannerOf(vote));
};

/** The last link: over what the close adds to the chain. */
const closingOf = ({ head, closedAt, extensions, opened, result: { count, outcome } }) =>
  link(
    head,
    closedAt,
    extensions.map((one) => [one.formerClosesAt, one.closesAt, one.reason]),
    opened ? opened.map(({ code, choice }) => [code, choice]) : null,
    [count.for, count.against, count.abstain],
    outcome,
  );

const choices = { FOR: 'for', AGAINST: 'against', ABSTAIN: 'abstain' };

/** Whether so many of all make the quorum: parts and wholes are multiplied, so that nothing is rounded. */
const quorums = {
  NONE: () => true,
  THIRD: (voted, all) => voted * 3 >= all,
  HALF: (voted, all) => voted * 2 >= all,
  MORE_THAN_HALF: (voted, all) => voted * 2 > all,
  TWO_THIRDS: (voted, all) => voted * 3 >= all * 2,
};
const majorities = {
  SIMPLE: (count) => count.for > count.against,
  ABSOLUTE: (count, base) => count.for * 2 > base,
  TWO_THIRDS: (count, base) => count.for * 3 >= base * 2,
};

const outcomeOf = (rule, count, all) => {
  const voted = count.for + count.against + count.abstain;
  if (voted === 0 || !quorums[rule.quorum](voted, all)) return 'NO_DECISION';
  return majorities[rule.majority](count, rule.majorityOf === 'ELECTORATE' ? all : voted) ? 'ADOPTED' : 'REJECTED';
};

const isText = (value) => typeof value === 'string';
const isMoment = (value) =>
  isText(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;
const has = (table, key) => isText(key) && Object.hasOwn(table, key);

const isSecret = (record) => record.format.startsWith('blizej-secret-');

/** Whether the record has the shape that the checks below rely on. */
const isRecord = (record) =>
  isText(record?.format) &&
  /^blizej-(secret-)?ballot\/[12]$/.test(record.format) &&
  // The first link names the format: whoever takes the closing link away breaks the chain.
  (isText(record.closing) || (record.closing === undefined && record.format.endsWith('/1'))) &&
  isSecret(record) === Array.isArray(record.opened) &&
  (record.opened ?? []).every((vote) => has(choices, vote?.choice) && isText(vote.code)) &&
  [record.id, record.title?.pl, record.question?.pl, record.opening, record.head].every(isText) &&
  has(quorums, record.rule?.quorum) &&
  has(majorities, record.rule.majority) &&
  ['VOTES', 'ELECTORATE'].includes(record.rule.majorityOf) &&
  [record.openedAt, record.closesAt, record.closedAt].every(isMoment) &&
  Array.isArray(record.extensions) &&
  record.extensions.every((one) => isMoment(one?.formerClosesAt) && isMoment(one.closesAt) && isText(one.reason)) &&
  Array.isArray(record.electorate) &&
  record.electorate.every((gmina) => isText(gmina?.id) && isText(gmina.name)) &&
  Array.isArray(record.votes) &&
  record.votes.every(
    (vote) =>
      (isSecret(record) ? isText(vote?.digest) && vote.choice === undefined : has(choices, vote?.choice)) &&
      Number.isInteger(vote.number) &&
      isMoment(vote.castAt) &&
      isText(vote.receipt),
  ) &&
  [record.result?.count?.for, record.result?.count?.against, record.result?.count?.abstain].every(Number.isInteger);

/** Everything that is wrong with the chain and the times, in the order of the record. */
function faultsOfChain(record, say) {
  const { electorate, votes, extensions, openedAt, closesAt, closedAt } = record;
  const members = new Set(electorate.map(({ id }) => id));
  const faults = [];
  if (openingOf(record) !== record.opening) faults.push(say.opening);
  if (members.size !== electorate.length) faults.push(say.electorate);
  // ISO moments in UTC sort as they follow one another.
  const closes = [closesAt, ...extensions.map((one) => one.closesAt)];
  if (extensions.some((one, index) => one.formerClosesAt !== closes[index] || one.closesAt <= one.formerClosesAt))
    faults.push(say.extension);
  const lastClose = closes.at(-1);
  let before = record.opening;
  let earliest = openedAt;
  for (const [index, vote] of votes.entries()) {
    if (vote.number !== index + 1) faults.push(say.number(vote));
    if (receiptOf(before, vote) !== vote.receipt) faults.push(say.link(vote));
    if (!members.has(vote.organizationId)) faults.push(say.stranger(vote));
    if (vote.castAt < earliest || vote.castAt >= lastClose || vote.castAt > closedAt) faults.push(say.time(vote));
    before = vote.receipt;
    earliest = vote.castAt;
  }
  if (before !== record.head) faults.push(say.head);
  const allVoted = new Set(votes.map(({ organizationId }) => organizationId)).size === members.size;
  if (closedAt < lastClose && !allVoted) faults.push(say.closed);
  if (record.closing !== undefined && record.closing !== closingOf(record)) faults.push(say.closing);
  return faults;
}

/** Everything that is wrong with who voted for whom: a sealed vote is cast once, and proxies vote neither over others nor too often. */
function faultsOfStanding({ votes, proxyLimit = 0, opened }, say) {
  const faults = [];
  const latest = new Map();
  const held = new Map();
  const digests = new Set();
  for (const vote of votes) {
    const { organizationId: gmina, proxy } = vote;
    const earlier = latest.get(gmina);
    if (opened && earlier) faults.push(say.twice(vote));
    if (opened && digests.has(vote.digest)) faults.push(say.copied(vote));
    digests.add(vote.digest);
    if (proxy) {
      if (earlier && earlier.proxy === undefined) faults.push(say.overOwn(vote));
      const others = (held.get(proxy.organizationId) ?? new Set()).add(gmina);
      others.delete(proxy.organizationId);
      held.set(proxy.organizationId, others);
      if (proxyLimit === 0) faults.push(say.noProxies(vote));
      else if (others.size > proxyLimit) faults.push(say.overLimit(vote));
    }
    latest.set(gmina, vote);
  }
  if (opened && opened.length !== votes.length) faults.push(say.opened(opened.length, votes.length));
  if (opened?.some(({ code }, index) => index > 0 && code < opened[index - 1].code)) faults.push(say.sorted);
  return faults;
}

/** What the portal could not have kept from happening, and everybody should know all the same: codes that were given twice. */
function remarksOn({ opened = [] }, say) {
  const times = new Map();
  for (const { code } of opened) if (code !== 'unreadable') times.set(code, (times.get(code) ?? 0) + 1);
  return [...times].filter(([, count]) => count > 1).map(([code, count]) => say.shared(code, count));
}

/** The result that follows from the votes: of each gmina's votes the last one counts; of sealed ones, what was in them. */
function recount({ rule, electorate, votes, opened }) {
  const counted = new Map(votes.map((vote) => [vote.organizationId, vote]));
  const count = { for: 0, against: 0, abstain: 0 };
  for (const { choice } of opened ?? counted.values()) count[choices[choice]] += 1;
  return { counted, result: { count, outcome: outcomeOf(rule, count, electorate.length) } };
}

function faultsOfResult(claimed, found, say) {
  const figures = ({ count }) => [count.for, count.against, count.abstain].join(' / ');
  return [
    ...(figures(claimed) === figures(found) ? [] : [say.count({ claimed: figures(claimed), found: figures(found) })]),
    ...(claimed.outcome === found.outcome
      ? []
      : [say.outcome({ claimed: String(claimed.outcome), found: found.outcome })]),
  ];
}

/** What became of a receipt; undefined where no vote has it. */
function fateOf(receipt, record, counted, say) {
  const { votes, electorate, opened } = record;
  if (record.closing !== undefined && receipt.toLowerCase() === closingOf(record)) return say.isClosing;
  const coded = (opened ?? []).filter(({ code }) => code === receipt.toLowerCase());
  if (coded.length > 0) return coded.length === 1 ? say.code(coded[0].choice) : say.codes(coded.length);
  const vote = votes.find((one) => one.receipt === receipt.toLowerCase());
  if (!vote) return undefined;
  const name = electorate.find(({ id }) => id === vote.organizationId)?.name ?? vote.organizationId;
  if (opened) return say.sealed(name);
  return counted.get(vote.organizationId) === vote ? say.counted(name, vote.choice) : say.replaced(name);
}

/** What the record says is shown as it is, but for signs that a terminal obeys or that turn a line around. */
const plain = (text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');

/** Gives the lines to print and the code to end with. */
function verify(record, receipts, say) {
  const { counted, result } = recount(record);
  const faults = [
    ...faultsOfChain(record, say),
    ...faultsOfStanding(record, say),
    ...faultsOfResult(record.result, result, say),
  ];
  const fates = receipts.map((receipt) => ({ receipt, fate: fateOf(receipt, record, counted, say) }));
  return {
    lines: [
      `${record.title.pl} (${record.id})`,
      ...(faults.length === 0
        ? [say.stands(record.votes.length, counted.size)]
        : [say.falls(faults.length), ...faults]),
      ...remarksOn(record, say),
      say.result(result),
      ...(record.closing === undefined ? [say.unclosed] : say.closes(closingOf(record))),
      ...fates.map(({ receipt, fate }) => `${receipt}: ${fate ?? say.missing}`),
    ],
    code: faults.length > 0 || fates.some(({ fate }) => fate === undefined) ? 1 : 0,
  };
}

function main() {
  const given = process.argv.slice(2);
  const say = given.includes('--en') ? words.en : words.pl;
  const [file, ...receipts] = given.filter((word) => word !== '--en');
  if (file === undefined) {
    process.stderr.write(`${say.usage}\n`);
    return 2;
  }
  let record;
  try {
    record = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    process.stderr.write(`${plain(`${say.unreadable}: ${error.message}`)}\n`);
    return 2;
  }
  if (!isRecord(record)) {
    process.stderr.write(`${say.unreadable}.\n`);
    return 2;
  }
  const { lines, code } = verify(record, receipts, say);
  process.stdout.write(`${lines.map(plain).join('\n')}\n`);
  return code;
}

process.exitCode = main();
