import { expect, test } from '@jest/globals';
import { usePortal } from '../../../test/world.ts';

const portal = usePortal({
  PUBLIC_LIMIT: '4',
  PUBLIC_FILE_LIMIT: '2',
  TRUSTED_PROXIES: '127.0.0.1,::1,::ffff:127.0.0.1',
});

/** Calls a path so often from an address, as the proxy says it; gives the statuses. */
const calls = async (path: string, times: number, address: string): Promise<number[]> => {
  const statuses = [];
  for (let number = 0; number < times; number += 1) {
    statuses.push((await portal.visitor().get(path).set('x-forwarded-for', address)).status);
  }
  return statuses;
};

test('An address that calls public pages too often is asked to wait, and no other', async () => {
  expect(await calls('/api/association', 3, '192.0.2.1')).toEqual([200, 200, 200]);
  // All pages count together.
  expect(await calls('/api/public/initiatives', 2, '192.0.2.1')).toEqual([200, 429]);
  const refused = await portal
    .visitor()
    .get('/api/register')
    .set({ 'x-forwarded-for': '192.0.2.1', 'accept-language': 'en' });
  expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(refused.body).toMatchObject({
    type: '/problems/too-many-requests',
    status: 429,
    detail: 'Wait a moment and try again.',
  });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
  expect(refused.body.retryAfter).toBe(Number(refused.headers['retry-after']));
  expect(await calls('/api/register', 1, '192.0.2.2')).toEqual([200]);
});

test('Documents and feeds are counted by themselves, also where only their head is asked for', async () => {
  const from = '192.0.2.3';
  await portal.visitor().head('/api/register/feed').set('x-forwarded-for', from);
  expect(await calls('/api/register/feed', 2, from)).toEqual([200, 429]);
  expect(await calls(`/api/register/${crypto.randomUUID()}/pdf`, 1, from)).toEqual([429]);
  expect(await calls('/api/register', 1, from)).toEqual([200]);
});

test('Of IPv6 a whole network is one address', async () => {
  expect(await calls('/api/register/feed', 2, '2001:db8:1:2::1')).toEqual([200, 200]);
  expect(await calls('/api/register/feed', 1, '2001:db8:1:2:3:4:5:6')).toEqual([429]);
  expect(await calls('/api/register/feed', 1, '2001:db8:1:3::1')).toEqual([200]);
});

test('Whoever has signed in is not counted, nor is who asks whether the portal is well', async () => {
  const agent = await portal.as('secretary');
  const asked = ['/api/session', '/api/networks', '/healthz', '/readyz'];
  for (let number = 0; number < 6; number += 1) {
    for (const path of asked) {
      expect((await agent.get(path).set('x-forwarded-for', '192.0.2.4')).status).toBe(200);
    }
  }
});
