import { describe, expect, test } from '@jest/globals';
import { usePortal } from '../../../test/world.ts';

describe('A person with offices in two gminas', () => {
  const portal = usePortal();
  const { world } = portal;
  const task = 'Wydarzenia zimowe do wspólnego kalendarza';

  test('acts for one of them, chosen and seen; the other’s things do not exist meanwhile', async () => {
    const agent = await portal.as('sharedCoordinator');
    const [foczy, sledziowo] = [await world.gmina('foczy'), await world.gmina('sledziowo')];
    const { body: session } = await agent.get('/api/session');
    expect(session.appointments).toHaveLength(2);
    expect([foczy, sledziowo]).toContain(session.actingFor.organization.id);

    const share = `/api/tasks/${await world.task(task)}/assignments/${sledziowo}`;
    await agent.put('/api/session/acting-for').send({ organizationId: foczy });
    expect((await agent.get(share)).status).toBe(404);
    expect((await agent.post(`${share}/take`)).status).toBe(404);
    expect((await agent.get(`/api/organizations/${sledziowo}/appointments`)).status).toBe(403);

    const { status, body } = await agent.put('/api/session/acting-for').send({ organizationId: sledziowo });
    expect(status).toBe(200);
    expect(body.actingFor.organization.name).toBe('Śledziowo');
    expect(body.appointments).toHaveLength(2);
    expect((await agent.get(share)).status).toBe(200);
    expect((await agent.get('/api/session')).body.actingFor.organization.id).toBe(sledziowo);
    expect((await agent.post(`${share}/take`)).status).toBe(200);
  });

  test('what they do is done for the gmina that was chosen', async () => {
    const agent = await portal.as('sharedCoordinator');
    const foczy = await world.gmina('foczy');
    await agent.put('/api/session/acting-for').send({ organizationId: foczy });
    const invited = await agent.post('/api/invitations').send({
      name: 'Nowa Osoba',
      email: 'nowa@foczy-rog.example',
      office: 'OFFICIAL',
      organizationId: foczy,
    });
    expect(invited.status).toBe(201);
    expect(await world.newest('invitation.sent')).toMatchObject({ actor: 'Grażyna Graniczna', actingForId: foczy });
    const elsewhere = await agent.post('/api/invitations').send({
      name: 'Nowa Osoba',
      email: 'nowa@sledziowo.example',
      office: 'OFFICIAL',
      organizationId: await world.gmina('sledziowo'),
    });
    expect(elsewhere.status).toBe(403);
  });

  test('nobody acts for an organization in which they hold nothing', async () => {
    const agent = await portal.as('sharedCoordinator');
    const answer = await agent.put('/api/session/acting-for').send({ organizationId: await world.gmina('jantarowo') });
    expect(answer.status).toBe(404);
  });
});
