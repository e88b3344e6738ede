// An outside provider (OpenID Connect) for the tests and the stories: a real one, on a port of this machine, whose people are
// given. Its sign-in page is one form with a name to type, and a way to break off.
import { generateKeyPairSync } from 'node:crypto';
import http from 'node:http';
import { Provider } from 'oidc-provider';

const clientId = 'portal';
const clientSecret = 'a-secret-of-the-tests-alone';

const newKey = () => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid: 'key',
  use: 'sig',
  alg: 'RS256',
});

/** Keeps what a provider keeps, as long as it runs. */
const newMemory = () => {
  const kept = new Map();
  return (kind) => ({
    find: async (id) => kept.get(`${kind} ${id}`),
    findByUid: async (uid) => [...kept.values()].find((payload) => payload.kind === kind && payload.uid === uid),
    upsert: async (id, payload) => void kept.set(`${kind} ${id}`, payload),
    consume: async (id) => void (kept.get(`${kind} ${id}`).consumed = Math.floor(Date.now() / 1000)),
    destroy: async (id) => void kept.delete(`${kind} ${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
};

const page = (uid) => `<!doctype html><html lang="en"><title>Issuer</title><h1>Issuer</h1>
<form method="post" action="/interaction/${uid}"><label>Account <input name="account"></label>
<button>Sign in</button> <button name="cancel" value="1">Cancel</button></form></html>`;

const readForm = async (request) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
};

/**
 * Starts a provider. `people` may change while it runs: what a name is typed for is its claims.
 * @param redirectUris where it may send people back to
 * @param acr how surely it claims to know them
 * @param isForged whether it publishes another key than the one with which it signs
 */
export async function startIssuer({ redirectUris, people = {}, acr, isForged = false, port = 0 }) {
  const server = http.createServer();
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://localhost:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris, response_types: ['code'] },
    ],
    claims: { openid: ['sub', 'acr'], email: ['email', 'email_verified', 'upn'], profile: ['name'] },
    acrValues: ['low', 'substantial'],
    adapter: newMemory(),
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    jwks: { keys: [newKey()] },
    cookies: { keys: ['not much of a secret'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => people[sub] && { accountId: sub, claims: () => ({ sub, ...people[sub] }) },
    // Nobody is asked twice: whoever signs in lets the portal know what it asks for.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      grant.addOIDCClaims(['acr']);
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  const { kty, kid, use, alg, n, e } = newKey();
  server.on('request', async (request, response) => {
    if (isForged && request.url === '/jwks') {
      return response
        .setHeader('content-type', 'application/jwk-set+json')
        .end(JSON.stringify({ keys: [{ kty, kid, use, alg, n, e }] }));
    }
    const [, uid] = /^\/interaction\/([\w-]+)$/.exec(request.url) ?? [];
    if (!uid) return handle(request, response);
    if (request.method === 'GET') return response.setHeader('content-type', 'text/html').end(page(uid));
    const form = await readForm(request);
    const outcome = form.has('cancel')
      ? { error: 'access_denied', error_description: 'Broken off.' }
      : { login: { accountId: form.get('account'), ...(acr && { acr }) } };
    return provider.interactionFinished(request, response, outcome, { mergeWithLastSubmission: false });
  });
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { issuer, clientId, clientSecret, people, stop };
}
