import type { Given, resolutionsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../kernel/actor.ts';
import { bodyIssue, Problem, refuse } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { today } from '../organizations/index.ts';
import { entryIssues, successionIssues } from './resolution.rules.ts';
import {
  isRecorded,
  issuerId,
  lockResolution,
  networksUnder,
  successorOf,
  type EntryColumns,
  type KeptResolution,
} from './resolutions.store.ts';

type Body = Given<typeof resolutionsRoutes.recordResolution>['body'];

/** An entry that may stand in the register, with the resolution in whose place it comes; refuses any other. */
export async function checkEntry(
  work: Work,
  body: Body,
  kept?: KeptResolution,
): Promise<{ entry: EntryColumns; predecessor: KeptResolution | undefined }> {
  refuse(entryIssues(body, await today(work)));
  const issuer = await issuerId(work, body.issuerId);
  if (issuer === undefined) throw new Problem('invalid', { issues: [bodyIssue('/issuerId', 'unknown_organization')] });
  const predecessor = body.supersedesId === undefined ? undefined : await lockResolution(work, body.supersedesId);
  if (body.supersedesId !== undefined) {
    const successor = predecessor && (await successorOf(work, predecessor.id));
    if (!predecessor || predecessor.id === kept?.id) refuse([bodyIssue('/supersedesId', 'unknown_resolution')]);
    if (successor && successor.id !== kept?.id) refuse([bodyIssue('/supersedesId', 'already_superseded')]);
  }
  const successor = kept && (await successorOf(work, kept.id));
  refuse(successionIssues({ issuerId: issuer, adoptedOn: body.adoptedOn }, { predecessor, successor }));
  const entry = {
    issuerId: issuer,
    issuingBody: body.issuingBody,
    number: body.number,
    adoptedOn: body.adoptedOn,
    title: body.title,
    url: body.url,
    validUntil: body.validUntil,
    supersedesId: body.supersedesId,
  };
  if (await isRecorded(work, entry, kept?.id)) throw new Problem('resolution-exists');
  return { entry, predecessor };
}

/** Tells the networks at work under a resolution that another came in its place. */
export async function warnNetworks(
  work: Work,
  actor: Actor,
  superseded: KeptResolution,
  resolution: string,
): Promise<void> {
  for (const network of await networksUnder(work, superseded.id)) {
    work.record({
      kind: 'network.mandate-superseded',
      facts: { network: network.name, mandate: superseded.number, resolution },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
    });
  }
}
