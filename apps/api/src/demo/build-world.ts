/**
 * Builds the small named world that the demo, the tests and the stories share. Everything that happens in it happens
 * through the portal's own deeds, as the people whom it names, at moments in the past: so every step stands in the
 * activity and in the inboxes as if it had been done by hand.
 */
import type { RichPiece, UploadTarget, WrittenAnswers } from '@blizej/contracts';
import { actorByEmail, hashPassword } from '../features/accounts/index.ts';
import {
  activateNetwork,
  admitMembership,
  extendNetwork,
  confirmMembership,
  nameSeat,
  proposeNetwork,
  rejectNetwork,
  requestMembership,
} from '../features/networks/index.ts';
import { markRead, react, writeComment } from '../features/conversations/index.ts';
import { announceBallot, castVote, turnBallots, writeBallot } from '../features/ballots/index.ts';
import { beginUpload, finishUpload, sendPart } from '../features/documents/index.ts';
import { importMunicipalities, setDues } from '../features/organizations/index.ts';
import {
  addIndicator,
  assessRisks,
  confirmPart,
  declarePart,
  measure,
  moveInitiative,
  planMilestones,
  proposeInitiative,
} from '../features/initiatives/index.ts';
import { playFunding } from './funding.ts';
import { recordResolution } from '../features/resolutions/index.ts';
import { addTemplate } from '../features/templates/index.ts';
import {
  acceptAnswer,
  changeForm,
  closeTask,
  createTask,
  declineAssignment,
  returnAnswer,
  submitAnswer,
  takeAssignment,
  writeAnswer,
} from '../features/tasks/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { dayIn, daysAfter } from '../kernel/moments.ts';
import type { Reader } from '../platform/database/database.ts';
import type { PostgresUnitOfWork } from '../platform/database/unit-of-work.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { playBallots } from './ballots.ts';
import { playBudgets } from './budgets.ts';
import { fictionalOrganizations, resolutionByNumber } from './demo.queries.ts';
import { admitMembers, appoint, beginDemo } from './demo.store.ts';
import { playInitiativeWork } from './initiative-work.ts';
import { secretariatName } from './secretariat.ts';
import {
  ballots,
  comments,
  documents,
  dues,
  initiatives,
  networks,
  tasks,
  templates,
  type BallotScript,
  type CommentScript,
  type DocumentScript,
  type InitiativeScript,
  type NetworkScript,
  type ResolutionScript,
  type TaskScript,
  type TemplateScript,
} from './script.ts';
import { playIdeas } from './ideas.ts';
import { playBalances } from './balances.ts';
import { playMeetings } from './meetings.ts';
import { playPartners } from './partners.ts';
import { playPositions } from './positions.ts';
import { smallPdf } from './small-pdf.ts';
import { demoPassword, fictionalGminas, people, type DemoPerson, type GminaKey, type PersonKey } from './people.ts';

const timeZone = 'Europe/Warsaw';
const association = {
  timeZone,
  namePl: 'Stowarzyszenie Gmin Bałtyku (demonstracja)',
  nameEn: 'Association of Baltic Gminas (demo)',
  mottoPl: 'Bliżej siebie, bliżej morza',
  mottoEn: 'Closer to each other, closer to the sea',
};
const countiesLeftOut = ['człuchowski', 'giżycki', 'gołdapski', 'kościerski', 'nidzicki', 'nowomiejski', 'węgorzewski'];
const termBegan = '2024-05-07';
const dayMs = 86_400_000;

/** Builds the demo, once and whole; gives false at once where it stands already. */
export const buildDemoWorld = (portal: PostgresUnitOfWork, store: FileStore): Promise<boolean> =>
  portal.together(async (unit, reader) => {
    if (!(await unit.run(null, (work) => beginDemo(work, association, secretariatName)))) return false;
    await importMunicipalities(
      unit,
      Object.values(fictionalGminas).map((gmina) => ({
        ...gmina,
        county: 'demonstracyjny',
        populationYear: null,
        areaKm2: null,
        longitude: null,
        latitude: null,
        fictional: true,
      })),
    );
    const passwordHash = await hashPassword(demoPassword);
    await unit.run(null, async (work) => {
      await admitMembers(work, '2015-01-01', countiesLeftOut);
      await appoint(
        work,
        Object.values<DemoPerson>(people).flatMap((person) =>
          [person.organization, ...(person.also ? [person.also] : [])].map((organization) => ({
            ...person,
            organizationName: organization === 'secretariat' ? secretariatName : fictionalGminas[organization].name,
          })),
        ),
        passwordHash,
        termBegan,
      );
    });
    await new Director(reader, unit, store).play();
    return true;
  });

/** Plays the script: each line as the person whom it names, so many days ago. */
class Director {
  private readonly actors = new Map<PersonKey, Actor>();
  private organizations = new Map<string, string>();
  private readonly networkIds = new Map<string, string>();
  private readonly taskIds = new Map<string, string>();
  private readonly templateIds = new Map<string, string>();
  private readonly initiativeIds = new Map<string, string>();
  private readonly now = Date.now();
  private readonly today = dayIn(new Date(this.now), timeZone);

  constructor(
    private readonly reader: Reader,
    private readonly unit: PostgresUnitOfWork,
    private readonly store: FileStore,
  ) {}

  async play(): Promise<void> {
    this.organizations = await fictionalOrganizations(this.reader);
    for (const script of templates) await this.playTemplate(script);
    for (const script of networks) await this.playNetwork(script);
    for (const script of tasks) await this.playTask(script);
    for (const script of initiatives) await this.playInitiative(script);
    const stage = this.stage();
    await playIdeas(stage);
    await playPartners(stage);
    await playInitiativeWork(stage);
    await playFunding(stage);
    await playBudgets(stage);
    for (const script of documents) await this.playDocument(script);
    for (const script of comments) await this.playComment(script);
    await this.playDues();
    await playBalances(stage);
    for (const script of ballots) await this.playBallot(script);
    await playBallots(stage);
    const { consulted } = await playPositions(stage);
    await playMeetings(stage, consulted);
  }

  /** What the plays of single features need. */
  private stage() {
    return {
      store: this.store,
      ago: (days: number) => this.ago(days),
      at: (moment: Date) => this.unit.at(moment),
      day: (offset: number) => this.day(offset),
      actor: (key: PersonKey) => this.actor(key),
      gmina: (key: GminaKey) => this.gmina(key),
      network: (key: string) => this.networkIds.get(key) ?? '',
      initiative: (titlePl: string) => this.initiativeIds.get(titlePl) ?? '',
      addFile: async (days: number, by: PersonKey, target: UploadTarget, name: string, lines: readonly string[]) =>
        this.addFile(this.ago(days), await this.actor(by), target, name, lines),
    };
  }

  private async playDues(): Promise<void> {
    const { daysAgo, perInhabitant, ...resolution } = dues;
    await setDues(this.ago(daysAgo), await this.actor('secretary'), {
      params: { year: Number(this.day(0).slice(0, 4)) },
      body: { perInhabitant, resolution: { ...resolution, adoptedOn: this.day(-daysAgo) }, replaces: null },
    });
  }

  private async playInitiative(script: InitiativeScript): Promise<void> {
    const { by, daysAgo, network, parts, moves, milestones, risks, indicators, ...described } = script;
    const proposer = await this.actor(by);
    const { id } = await proposeInitiative(this.ago(daysAgo), proposer, {
      body: { ...described, ...(network !== undefined && { networkId: this.networkIds.get(network) }) },
    });
    this.initiativeIds.set(script.titlePl, id);
    const params = { id };
    let { version } = await this.playParts(id, daysAgo - 3, parts);
    for (const { stage, reason, daysAgo: when } of moves) {
      ({ version } = await moveInitiative(this.ago(when), proposer, { params, body: { stage, reason, version } }));
    }
    const planned = milestones.map(({ titlePl, titleEn, dueInDays, reachedDaysAgo }) => ({
      titlePl,
      titleEn,
      dueOn: this.day(dueInDays),
      ...(reachedDaysAgo !== undefined && { reachedOn: this.day(-reachedDaysAgo) }),
    }));
    const plan = { params, body: { milestones: planned, version } };
    ({ version } = await planMilestones(this.ago(Math.min(12, daysAgo - 1)), proposer, plan));
    ({ version } = await assessRisks(this.ago(Math.min(11, daysAgo - 1)), proposer, {
      params,
      body: { risks: [...risks], version },
    }));
    for (const { measured, ...indicator } of indicators) {
      const added = await addIndicator(this.ago(9), proposer, { params, body: { ...indicator, version } });
      ({ version } = added);
      const indicatorId = added.indicators.at(-1)?.id ?? '';
      for (const { value, evidence, daysAgo: when } of measured) {
        const body = { value, evidence, measuredOn: this.day(-when) };
        ({ version } = await measure(this.ago(when), proposer, { params: { id, indicatorId }, body }));
      }
    }
  }

  private async playParts(id: string, daysAgo: number, parts: InitiativeScript['parts']): Promise<{ version: number }> {
    let last = { version: 1 };
    for (const { by, confirmedBy, role, part } of parts) {
      const organizationId = this.gmina(people[by].organization as GminaKey);
      const body = { organizationId, role, part };
      last = await declarePart(this.ago(daysAgo), await this.actor(by), { params: { id }, body });
      if (confirmedBy) {
        last = await confirmPart(this.ago(daysAgo - 1), await this.actor(confirmedBy), {
          params: { id, organizationId },
        });
      }
    }
    return last;
  }

  private async playTemplate({ daysAgo, ...body }: TemplateScript): Promise<void> {
    const { id } = await addTemplate(this.ago(daysAgo), await this.actor('secretary'), { body });
    this.templateIds.set(body.name, id);
  }

  private async playBallot({ rule, openedDaysAgo, closesInDays, votes, ...words }: BallotScript): Promise<void> {
    const secretary = await this.actor('secretary');
    const closesAt = new Date(`${this.day(closesInDays)}T14:00:00Z`);
    const written = await writeBallot(this.ago(openedDaysAgo), secretary, {
      body: { ...words, ...rule, closesAt: closesAt.toISOString() },
    });
    const params = { id: written.id };
    const body = { version: written.version };
    await announceBallot(this.ago(openedDaysAgo), secretary, { params, body });
    for (const { by, choice, daysAgo } of votes) {
      const organizationId = this.gmina(people[by].organization as GminaKey);
      await castVote(this.ago(daysAgo), await this.actor(by), { params, body: { organizationId, choice } });
    }
    if (closesInDays < 0) await turnBallots(this.unit.at(closesAt));
  }

  private async playNetwork(script: NetworkScript): Promise<void> {
    const secretary = await this.actor('secretary');
    const proposer = await this.actor(script.proposedBy ?? 'secretary');
    const proposed = await proposeNetwork(this.ago(script.proposedDaysAgo), proposer, {
      kind: script.kind,
      namePl: script.namePl,
      nameEn: script.nameEn,
      purposePl: script.purposePl,
      purposeEn: script.purposeEn,
      joinPolicy: script.joinPolicy,
      benefit: script.benefit,
      goals: script.goals,
      topics: script.topics,
      ...(script.template && { templateId: this.templateIds.get(script.template) }),
      ...(script.partOf && { parentId: this.networkIds.get(script.partOf) }),
      ...(script.endsInDays !== undefined && { endsOn: this.day(script.endsInDays) }),
      ...(script.mandate && { mandate: this.resolution(script.mandate) }),
    });
    this.networkIds.set(script.key, proposed.id);
    const params = { id: proposed.id };
    if (script.rejected) {
      await rejectNetwork(this.ago(script.proposedDaysAgo - 9), secretary, {
        params,
        body: { reason: script.rejected, version: proposed.version },
      });
    }
    if (!script.lead) return;
    await activateNetwork(this.ago(script.proposedDaysAgo - 10), secretary, {
      params,
      body: { leadOrganizationId: this.gmina(script.lead), version: proposed.version },
    });
    await this.playDecisions(script, proposed.id);
    for (const [position, { by, confirmedBy, until, daysAgo }] of script.joins.entries()) {
      const when = daysAgo ?? script.proposedDaysAgo - 12 - position;
      const organizationId = this.gmina(people[by].organization as GminaKey);
      const seat = { params: { ...params, organizationId } };
      await requestMembership(this.ago(when), await this.actor(by), {
        params,
        body: { organizationId, role: 'MEMBER' },
      });
      if (confirmedBy) await confirmMembership(this.ago(when - 1), await this.actor(confirmedBy), seat);
      if (until === 'ADMITTED') await admitMembership(this.ago(when - 2), secretary, seat);
    }
    await this.playSeats(script, proposed.id);
  }

  private async playSeats({ seats = [], proposedDaysAgo }: NetworkScript, id: string): Promise<void> {
    const taken = new Map<string, string>();
    for (const { person, role, substituteFor } of seats) {
      const { personId } = await this.actor(person);
      const { seats: named } = await nameSeat(this.ago(proposedDaysAgo - 30), await this.actor('secretary'), {
        params: { id, organizationId: this.gmina(people[person].organization as GminaKey) },
        body: { personId, role, ...(substituteFor && { substituteFor: taken.get(substituteFor) }) },
      });
      const seat = named?.find((one) => one.person.id === personId);
      if (seat) taken.set(person, seat.id);
    }
  }

  /** What was resolved of a network after it began. */
  private async playDecisions({ extension, superseded, mandate }: NetworkScript, id: string): Promise<void> {
    const secretary = await this.actor('secretary');
    if (extension) {
      await extendNetwork(this.ago(extension.daysAgo - 1), secretary, {
        params: { id },
        body: {
          resolution: this.resolution(extension),
          endsOn: this.day(extension.untilInDays),
          reason: extension.reason,
          version: 2,
        },
      });
    }
    if (superseded && mandate) {
      const supersedesId = await resolutionByNumber(this.reader, mandate.number);
      await recordResolution(this.ago(superseded.daysAgo - 1), secretary, {
        body: { ...this.resolution(superseded), ...(supersedesId && { supersedesId }) },
      });
    }
  }

  private resolution({ issuingBody, number, title, daysAgo }: ResolutionScript) {
    return { issuingBody, number, title, adoptedOn: this.day(-daysAgo) };
  }

  private async playComment(script: CommentScript): Promise<void> {
    const piece = async (part: CommentScript['says'][number][number]): Promise<RichPiece> => {
      if (typeof part === 'string') return { type: 'text', text: part };
      if ('gmina' in part) return { type: 'mention', attrs: { kind: 'ORGANIZATION', id: this.gmina(part.gmina) } };
      return { type: 'mention', attrs: { kind: 'PERSON', id: (await this.actor(part.person)).personId } };
    };
    const content = await Promise.all(
      script.says.map(async (says) => ({ type: 'paragraph' as const, content: await Promise.all(says.map(piece)) })),
    );
    const { id } = await writeComment(this.ago(script.daysAgo), await this.actor(script.by), {
      params: script.task
        ? { place: 'tasks', id: this.taskIds.get(script.task) ?? '' }
        : { place: 'networks', id: this.networkIds.get(script.network) ?? '' },
      body: { body: { type: 'doc', content }, kind: script.announced ? 'ANNOUNCEMENT' : 'COMMENT' },
    });
    for (const reader of script.readBy ?? []) await markRead(this.ago(script.daysAgo), await this.actor(reader), id);
    for (const who of script.thankedBy ?? [])
      await react(this.ago(script.daysAgo), await this.actor(who), id, 'THANKS', true);
  }

  private async playTask(script: TaskScript): Promise<void> {
    const secretary = await this.actor('secretary');
    const task = await createTask(this.ago(script.writtenDaysAgo), secretary, {
      body: {
        networkId: this.networkIds.get(script.network) ?? '',
        title: script.title,
        body: script.body,
        dueOn: this.day(script.dueInDays),
        priority: script.priority ?? 'NORMAL',
        organizationIds: script.shares.map((share) => this.gmina(share.gmina)),
        ...(script.fields && { fields: [...script.fields] }),
      },
    });
    this.taskIds.set(script.title, task.id);
    await this.playShares(script, task.id, ({ earlier }) => earlier === true);
    if (script.changed) {
      const body = { fields: [...script.changed.fields], version: task.version };
      await changeForm(this.ago(script.changed.daysAgo), secretary, { params: { id: task.id }, body });
    }
    await this.playShares(script, task.id, ({ earlier }) => earlier !== true);
    if (script.closedDaysAgo !== undefined) {
      await closeTask(this.ago(script.closedDaysAgo), secretary, { params: { id: task.id }, body: { version: 1 } });
    }
  }

  /** What became of some of a task's shares. */
  private async playShares(
    script: TaskScript,
    taskId: string,
    which: (share: TaskScript['shares'][number]) => boolean,
  ): Promise<void> {
    const secretary = await this.actor('secretary');
    const answered = (answers: WrittenAnswers, earlier?: true) => ({
      answers,
      formVersion: script.changed && !earlier ? 2 : 1,
    });
    for (const share of script.shares.filter(which)) {
      const params = { id: taskId, organizationId: this.gmina(share.gmina) };
      const written = script.changed && !share.earlier ? script.changed.daysAgo : script.writtenDaysAgo;
      const at = (daysLater: number) => this.ago(Math.max(written - daysLater, 0));
      if (share.declined) {
        await declineAssignment(at(2), await this.actor(share.declined.by), {
          params,
          body: { reason: share.declined.reason, version: 1 },
        });
      }
      if (!share.keeper) continue;
      const keeper = await this.actor(share.keeper);
      let { version } = await takeAssignment(at(1), keeper, { params });
      if (share.draft) {
        await writeAnswer(at(2), keeper, { params, body: { answer: share.draft, version } });
      }
      if (share.file) {
        const target = { kind: 'ANSWER', taskId, organizationId: params.organizationId } as const;
        await this.addFile(at(2), keeper, target, share.file.name, share.file.lines);
      }
      if (share.draftAnswers) {
        await writeAnswer(at(2), keeper, { params, body: { ...answered(share.draftAnswers), version } });
      }
      if (share.answers) {
        const body = { ...answered(share.answers, share.earlier), version };
        ({ version } = await submitAnswer(at(3), keeper, { params, body }));
      }
      if (share.answer) {
        ({ version } = await submitAnswer(at(3), keeper, { params, body: { answer: share.answer, version } }));
      }
      if (share.returned) {
        await returnAnswer(at(4), secretary, { params, body: { reason: share.returned, version } });
      }
      if (share.accepted) await acceptAnswer(at(4), secretary, { params, body: { version } });
    }
  }

  private async playDocument(script: DocumentScript): Promise<void> {
    let target = await this.documentTarget(script);
    for (const { by, daysAgo, lines } of script.versions) {
      const documentId = await this.addFile(this.ago(daysAgo), await this.actor(by), target, script.name, lines);
      target = { kind: 'DOCUMENT', documentId };
    }
  }

  private async documentTarget({ resolution, task, network, folder }: DocumentScript): Promise<UploadTarget> {
    if (resolution !== undefined)
      return { kind: 'RESOLUTION', resolutionId: (await resolutionByNumber(this.reader, resolution)) ?? '' };
    if (task !== undefined) return { kind: 'TASK', taskId: this.taskIds.get(task) ?? '' };
    return { kind: 'NETWORK', networkId: this.networkIds.get(network ?? '') ?? '', folder: folder ?? null };
  }

  private async addFile(
    unit: PostgresUnitOfWork,
    actor: Actor,
    target: UploadTarget,
    fileName: string,
    lines: readonly string[],
  ): Promise<string> {
    const content = fileName.endsWith('.pdf') ? smallPdf(lines) : Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
    const { id } = await beginUpload(unit, actor, { body: { target, fileName, bytes: content.length } }, Infinity);
    await sendPart(unit, this.store, actor, { params: { id, offset: 0 } }, content);
    return (await finishUpload(unit, { store: this.store, scanner: null }, actor, { params: { id } })).id;
  }

  private async actor(key: PersonKey): Promise<Actor> {
    const known = this.actors.get(key) ?? (await actorByEmail(this.reader, people[key].email));
    if (!known) throw new Error(`The demo's ${key} has no account.`);
    this.actors.set(key, known);
    return known;
  }

  private gmina(key: GminaKey): string {
    return this.organizations.get(fictionalGminas[key].name) ?? '';
  }

  private ago(days: number): PostgresUnitOfWork {
    return this.unit.at(new Date(this.now - days * dayMs));
  }

  private day(offset: number): string {
    return daysAfter(this.today, offset);
  }
}
