import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { LiveChange } from '@blizej/contracts';
import type { PersonKey } from '../../demo/people.ts';
import { newTask, share } from '../../../test/tasks.ts';
import { usePortal } from '../../../test/world.ts';
import { signIn } from '../accounts/actions/sign-in.ts';
import { Prisma } from '../../platform/database/database.ts';
import { cancelCall } from '../funding/actions/change-call.ts';
import { submitIdea } from '../ideas/index.ts';
import { proposeNetwork } from '../networks/index.ts';
import { makeCandidate } from '../organizations/actions/make-candidate.ts';
import { blockPerson } from '../organizations/actions/block-person.ts';
import { submitAnswer, takeAssignment } from '../tasks/index.ts';

interface Message {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

describe('What others do', () => {
  const portal = usePortal();
  const { world } = portal;
  const streams: http.ClientRequest[] = [];

  beforeAll(async () => {
    await portal.app.listen(0, '127.0.0.1');
  });
  afterEach(() => {
    for (const stream of streams.splice(0)) stream.destroy();
  });

  // One session a person: another sign-in is a change of the account, and ends the streams that stand.
  const tokens = new Map<PersonKey, string>();
  const tokenOf = async (key: PersonKey): Promise<string> => {
    const token = tokens.get(key) ?? (await signIn(world.unit, await world.actor(key)));
    tokens.set(key, token);
    return token;
  };

  /** A browser that listens; gives its messages as they come. */
  const listen = async (key: PersonKey, query = '', headers: Record<string, string> = {}) => {
    const token = await tokenOf(key);
    const { port } = portal.app.getHttpServer().address() as AddressInfo;
    const messages: Message[] = [];
    let arrived = (): void => undefined;
    let ended = false;
    const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const request = http.get(
        { port, host: '127.0.0.1', path: `/api/live${query}`, headers: { cookie: `sid=${token}`, ...headers } },
        resolve,
      );
      request.on('error', reject);
      streams.push(request);
    });
    let text = '';
    answer.on('error', () => undefined);
    answer.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const fields = Object.fromEntries(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
        );
        text = text.slice(end + 2);
        if (fields.event)
          messages.push({ event: fields.event, id: fields.id ?? '', data: JSON.parse(fields.data ?? '') });
      }
      arrived();
    });
    answer.on('close', () => {
      ended = true;
      arrived();
    });
    /** Waits until something holds of what has come. */
    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds()) await new Promise<void>((resolve) => (arrived = resolve));
    };
    await until(() => messages.length > 0 || ended);
    return {
      status: answer.statusCode,
      headers: answer.headers,
      messages,
      until,
      hasEnded: () => ended,
      changes: () => messages.flatMap(({ event, data }) => (event === 'changed' ? (data as LiveChange[]) : [])),
    };
  };

  /** A real gmina that does not belong to the association. */
  const someGmina = async (): Promise<string> =>
    (
      await world.row<{ id: string }>(Prisma.sql`
        SELECT organization_id AS id FROM municipality ORDER BY status IS NULL DESC, teryt LIMIT 1`)
    ).id;

  test('comes as a stream that no proxy keeps back', async () => {
    const { status, headers, messages } = await listen('mewiaOfficial');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/event-stream');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-accel-buffering']).toBe('no');
    expect(messages).toEqual([{ event: 'ready', id: expect.stringMatching(/^\d{13}$/), data: {} }]);
  });

  test('is told at once to those who may see it, as ids alone, and to nobody else', async () => {
    const task = await newTask(world, 'jantarowo', 'mewia');
    const secretary = await listen('secretary');
    const member = await listen('wydmyOfficial');
    const colleague = await listen('jantarowoColleague');
    const outsider = await listen('bursztynowiecOfficial');
    const jantarowo = await world.gmina('jantarowo');
    // Only the gmina and the secretariat see that work has begun; all members see that it was handed in.
    await takeAssignment(world.unit, await world.actor('jantarowoOfficial'), {
      params: await share(world, task, 'jantarowo'),
    });
    await colleague.until(() => colleague.changes().length > 0);
    await secretary.until(() => secretary.changes().length > 0);
    expect(colleague.changes()).toEqual([
      {
        networkId: await world.network('woda'),
        taskId: task.id,
        organizationId: jantarowo,
        ballotId: null,
        meetingId: null,
        initiativeId: null,
        positionId: null,
        ideaId: null,
        callId: null,
        cardId: null,
      },
    ]);
    await submitAnswer(world.unit, await world.actor('jantarowoOfficial'), {
      params: await share(world, task, 'jantarowo'),
      body: { answer: 'Gotowe.', version: 2 },
    });
    await member.until(() => member.changes().length > 0);
    expect(member.changes()).toHaveLength(1);
    // What concerns the outsider comes to them, and is the first that does.
    const secret = await proposeNetwork(world.unit, await world.actor('secretary'), {
      kind: 'PERMANENT',
      namePl: 'Sieć, o której jeszcze nikt nie wie',
      purposePl: 'Cel, który da się ocenić.',
      benefit: 'Korzyść, którą widać.',
      goals: ['SEA'],
      topics: [],
      joinPolicy: 'OPEN',
    });
    const gmina = await someGmina();
    await makeCandidate(world.unit, await world.actor('secretary'), { params: { id: gmina } });
    await outsider.until(() => outsider.changes().length > 0);
    expect(outsider.changes()).toEqual([
      {
        networkId: null,
        taskId: null,
        organizationId: gmina,
        ballotId: null,
        meetingId: null,
        initiativeId: null,
        positionId: null,
        ideaId: null,
        callId: null,
        cardId: null,
      },
    ]);
    await secretary.until(() => secretary.changes().some(({ networkId }) => networkId === secret.id));
  });

  test('names an idea and a call to all who see them, and an idea that is kept to its gmina to nobody else', async () => {
    const viewer = await listen('wydmyOfficial');
    const author = await world.actor('jantarowoOfficial');
    const hand = (audience: 'GMINA' | 'MEMBERS') =>
      submitIdea(world.unit, author, {
        body: {
          title: 'Wspólne boje',
          body: 'Kupmy boje razem.',
          benefit: 'Kąpiącym się.',
          goals: ['SEA'],
          topics: [],
          audience,
        },
      });
    const kept = await hand('GMINA');
    const idea = await hand('MEMBERS');
    await viewer.until(() => viewer.changes().some(({ ideaId }) => ideaId === idea.id));
    const call = await world.row<{ id: string; version: number }>(Prisma.sql`
      SELECT id, version FROM funding_call WHERE closes_at > portal_now() AND cancellation IS NULL ORDER BY id LIMIT 1`);
    await cancelCall(world.unit, await world.actor('secretary'), {
      params: { id: call.id },
      body: { reason: 'Program wycofał nabór.', version: call.version },
    });
    await viewer.until(() => viewer.changes().some(({ callId }) => callId === call.id));
    expect(viewer.changes().filter(({ ideaId }) => ideaId === kept.id)).toEqual([]);
  });

  test('is made up for after a lost connection, and not told twice over where nothing was lost', async () => {
    const first = await listen('mewiaMayor');
    const since = first.messages[0]?.id ?? '';
    streams.splice(0).forEach((stream) => stream.destroy());
    const task = await newTask(world, 'mewia');
    const again = await listen('mewiaMayor', '', { 'last-event-id': since });
    await again.until(() => again.changes().some(({ taskId }) => taskId === task.id));
    const other = await listen('mewiaMayor', `?since=${since}`);
    await other.until(() => other.changes().some(({ taskId }) => taskId === task.id));
    const later = await listen('mewiaMayor', `?since=${Number(since) + 60_000}&seconds=0`);
    await later.until(later.hasEnded);
    expect(later.changes()).toEqual([]);
  });

  test('is not named where it is long ago: then all is to be read again', async () => {
    const { messages, until, hasEnded } = await listen('secretary', '?since=0&seconds=0');
    await until(hasEnded);
    expect(messages.map(({ event }) => event)).toEqual(['ready', 'missed']);
  });

  test('goes on when the connection to the database was lost', async () => {
    const stream = await listen('latarnikowoOfficial');
    await world.asOwner(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'blizej live' AND datname = current_database()`);
    const task = await newTask(world, 'latarnikowo');
    await stream.until(() => stream.changes().some(({ taskId }) => taskId === task.id));
    expect(stream.hasEnded()).toBe(false);
  });

  test('is told in eight places at a time to a person: the oldest makes room for another', async () => {
    const other = await listen('mewiaOfficial');
    const open: Awaited<ReturnType<typeof listen>>[] = [];
    for (let number = 0; number < 9; number += 1) open.push(await listen('wydmyMayor'));
    await open[0]?.until(() => open[0]?.hasEnded() ?? true);
    const task = await newTask(world, 'wydmy');
    for (const stream of open.slice(1)) {
      await stream.until(() => stream.changes().some(({ taskId }) => taskId === task.id));
      expect(stream.hasEnded()).toBe(false);
    }
    expect(other.hasEnded()).toBe(false);
  });

  test('goes on when its reader signs in on another device', async () => {
    const stream = await listen('latarnikowoOfficial');
    await signIn(world.unit, await world.actor('latarnikowoOfficial'));
    const task = await newTask(world, 'latarnikowo');
    await stream.until(() => stream.hasEnded() || stream.changes().some(({ taskId }) => taskId === task.id));
    expect(stream.hasEnded()).toBe(false);
  });

  test('ends for whoever is kept out, and is not opened again', async () => {
    const stream = await listen('sosnowyOfficial');
    const { personId: id } = await world.actor('sosnowyOfficial');
    await blockPerson(world.unit, await world.actor('secretary'), {
      params: { id },
      body: { reason: 'Zgubiony telefon.' },
    });
    await stream.until(stream.hasEnded);
    const { status } = await (await portal.as('sosnowyOfficial')).get('/api/live');
    expect(status).toBe(401);
  });
});
