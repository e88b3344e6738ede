import { pageSize, type Localized, type ProxyPage, type ProxyView } from '@blizej/contracts';
import { isSecretariat, type Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor } from '../../platform/database/paging.ts';
import { namesProxiesFor, proxyPolicy } from './ballot.policy.ts';
import { members } from './ballots.store.ts';

type Row = Omit<ProxyView, 'abilities' | 'ballot' | 'holder' | 'organization'> & {
  readonly organizationId: string;
  readonly organization: string;
  readonly holderId: string;
  readonly holder: string;
  readonly person: string | null;
  readonly ballotId: string | null;
  readonly titlePl: string;
  readonly titleEn: string;
};

const columns = Prisma.sql`
  ballot_proxy.id, ballot_proxy.organization_id AS "organizationId", organization.name AS organization,
  ballot_proxy.holder_id AS "holderId", holder.name AS holder, person.name AS person, ballot_proxy.ballot_id AS "ballotId",
  ballot.title_pl AS "titlePl", ballot.title_en AS "titleEn", valid_from::text AS "validFrom", valid_until::text AS "validUntil",
  document, document_on::text AS "documentOn", trace, revocation,
  CASE WHEN revoked_at IS NOT NULL THEN 'REVOKED'
       WHEN valid_until < portal_today() OR ballot.state IN ('CLOSED', 'WITHDRAWN') THEN 'ENDED' ELSE 'LIVE' END AS state`;

const from = Prisma.sql`
  ballot_proxy JOIN organization ON organization.id = ballot_proxy.organization_id
  JOIN organization holder ON holder.id = ballot_proxy.holder_id
  LEFT JOIN person ON person.id = ballot_proxy.holder_person_id
  LEFT JOIN ballot ON ballot.id = ballot_proxy.ballot_id`;

/** A proxy with what the viewer may do; how it came to the secretariat is for those who may take it back. */
const present = (actor: Actor, row: Row): ProxyView => {
  const { organizationId, organization, holderId, holder, person, ballotId, titlePl, titleEn, trace, ...proxy } = row;
  const manages = proxyPolicy.manage(actor, organizationId);
  const title: Localized = { pl: titlePl, en: titleEn };
  return {
    ...proxy,
    organization: { id: organizationId, name: organization },
    holder: { organization: { id: holderId, name: holder }, person },
    ballot: ballotId === null ? null : { id: ballotId, title },
    trace: manages ? trace : null,
    abilities: { revoke: manages && proxy.state === 'LIVE' },
  };
};

/** Who may vote for whom, the newest first. */
export async function listProxies(
  db: Reader,
  actor: Actor,
  query: { cursor?: string | undefined },
): Promise<ProxyPage> {
  const [id] = readCursor(query.cursor, 'id');
  const rows = await db.rows<Row>(Prisma.sql`
    SELECT ${columns} FROM ${from}
    WHERE ${proxyPolicy.read(actor)} AND (${id ?? null}::uuid IS NULL OR ballot_proxy.id < ${id ?? null}::uuid)
    ORDER BY ballot_proxy.id DESC LIMIT ${pageSize + 1}`);
  const page = pageOf(
    rows.map((row) => present(actor, row)),
    (proxy) => [proxy.id],
  );
  const nameForAll = isSecretariat(actor);
  const own = namesProxiesFor(actor);
  const voters =
    nameForAll || own.length > 0
      ? await db.rows<{ id: string; name: string }>(
          Prisma.sql`SELECT id, name FROM (${members}) AS member ORDER BY name COLLATE "pl-x-icu", id`,
        )
      : [];
  const name = own.filter((gmina) => voters.some(({ id: voter }) => voter === gmina.id));
  return { ...page, voters, abilities: { name, nameForAll } };
}

/** One proxy inside a work, for what a deed answers. */
export async function readProxyIn(work: Work, actor: Actor, id: string): Promise<ProxyView> {
  const [row] = await rowsOf<Row>(work, Prisma.sql`SELECT ${columns} FROM ${from} WHERE ballot_proxy.id = ${id}::uuid`);
  if (!row) throw new Error('A deed lost sight of its proxy.');
  return present(actor, row);
}
