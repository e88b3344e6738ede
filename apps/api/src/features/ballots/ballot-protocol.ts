import { shareOf, type BallotExport, type Language } from '@blizej/contracts';
import { exportWords } from '../../platform/mail/words.ts';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.ts';

/** The minutes of a closed ballot, for the files of a council: question, rule, result, and every vote with its receipt. */
export function protocolOf(record: BallotExport, language: Language, timeZone: string): PdfDocument {
  const say = (key: string): string => exportWords(language, `protocol.${key}`);
  const said = ({ pl, en }: BallotExport['title']): string => (language === 'en' ? (en ?? pl) : pl);
  const moments = new Intl.DateTimeFormat(language === 'pl' ? 'pl-PL' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone,
  });
  const at = (moment: string): string => moments.format(new Date(moment));
  const { rule, result, electorate, votes, extensions, opened, legalBasis, nature } = record;
  const names = new Map(electorate.map(({ id, name }) => [id, name]));
  const counted = new Map(votes.map((vote) => [vote.organizationId, vote]));
  type Vote = BallotExport['votes'][number];
  const choiceOf = ({ choice }: Vote): string => say(choice ? `choice.${choice}` : 'sealed');
  const casterOf = ({ proxy, paper, office }: Vote): string =>
    proxy
      ? [say('proxy'), names.get(proxy.organizationId), proxy.document].filter(Boolean).join(', ')
      : [say(`office.${office}`), ...(paper ? [say('paper'), paper.reference] : [])].join(', ');
  const row = (name: string, vote: Vote | undefined): string[] =>
    vote ? [name, choiceOf(vote), casterOf(vote), at(vote.castAt), vote.receipt] : [name, say('silent'), '', '', ''];
  const columns = [
    { title: say('gmina'), share: 2 },
    { title: say('vote'), share: 1.4 },
    { title: say('caster'), share: 2.2 },
    { title: say('when'), share: 1.8 },
    { title: say('receipt'), share: 3 },
  ];
  const { count } = result;
  const counts = [count.for, count.against, count.abstain, electorate.length - counted.size];
  const numbers = new Intl.NumberFormat(language === 'pl' ? 'pl-PL' : 'en-GB');
  const replaced = votes.filter((vote) => counted.get(vote.organizationId) !== vote);
  const blocks: readonly (PdfBlock | false)[] = [
    { kind: 'heading', level: 1, text: say('title') },
    { kind: 'paragraph', look: 'lead', text: said(record.title) },
    { kind: 'paragraph', text: said(record.question) },
    {
      kind: 'facts',
      caption: say('rules'),
      rows: [
        [say('nature'), say(`natures.${nature}`)],
        [say('binding'), legalBasis ?? say(nature === 'POSITION' ? 'decidesPosition' : 'consultative')],
        [say('secrecy'), say(opened ? 'secret' : 'rollCall')],
        [say('quorum'), say(`quorums.${rule.quorum}`)],
        [say('majority'), [say(`majorities.${rule.majority}`), say(`bases.${rule.majorityOf}`)].join(', ')],
        [say('opened'), at(record.openedAt)],
        [say('closed'), at(record.closedAt)],
        ...extensions.map(({ closesAt, reason }) => [say('extended'), `${at(closesAt)}: ${reason}`] as const),
      ],
    },
    { kind: 'heading', level: 2, text: `${say('result')}: ${say(`outcomes.${result.outcome}`)}` },
    {
      kind: 'table',
      caption: say('result'),
      columns: [
        { title: say('vote'), share: 3 },
        { title: say('gminas'), align: 'right' },
        { title: say('share'), align: 'right' },
      ],
      rows: [
        ...['choice.FOR', 'choice.AGAINST', 'choice.ABSTAIN', 'silent'].map((key, place) => [
          say(key),
          String(counts[place]),
          `${numbers.format(shareOf(counts[place] ?? 0, electorate.length))}%`,
        ]),
        [say('electorate'), String(electorate.length), '100%'],
      ],
      hasTotal: true,
    },
    opened !== undefined && { kind: 'heading', level: 2, text: say('codes') },
    opened !== undefined && {
      kind: 'table',
      caption: say('codes'),
      columns: [{ title: say('code'), share: 3 }, { title: say('vote') }],
      rows: opened.map(({ code, choice }) => [code, say(`choice.${choice}`)]),
    },
    { kind: 'heading', level: 2, text: say('votes') },
    {
      kind: 'table',
      caption: say('votes'),
      columns,
      rows: electorate
        .map(({ id, name }) => row(name, counted.get(id)))
        .toSorted(([a = ''], [b = '']) => a.localeCompare(b, 'pl')),
    },
    replaced.length > 0 && { kind: 'heading', level: 2, text: say('replaced') },
    replaced.length > 0 && {
      kind: 'table',
      caption: say('replaced'),
      columns,
      rows: replaced.map((vote) => row(names.get(vote.organizationId) ?? '', vote)),
    },
    { kind: 'heading', level: 2, text: say('chain') },
    { kind: 'paragraph', text: say('chainUse') },
    record.closing !== undefined && { kind: 'paragraph', text: say('closingUse') },
    {
      kind: 'paragraph',
      look: 'note',
      text: [
        `${say('opening')}: ${record.opening}`,
        `${say('head')}: ${record.head}`,
        ...(record.closing === undefined ? [] : [`${say('closing')}: ${record.closing}`]),
      ].join('\n'),
    },
  ];
  return {
    title: `${say('title')}: ${said(record.title)}`,
    language,
    footer: said(record.title),
    blocks: blocks.filter((block) => block !== false),
  };
}
