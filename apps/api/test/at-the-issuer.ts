/** A browser at an outside provider: it keeps the provider's cookies and follows where it is sent. */
const send = async (url: string, jar: Map<string, string>, form?: Record<string, string>): Promise<string> => {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    jar.set(name, value);
  }
  const location = response.headers.get('location');
  if (!location) throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
  return new URL(location, url).href;
};

/**
 * Signs in on the provider's page (or breaks off, where no account is given) and gives the path under the portal to which
 * the provider sends back.
 */
export async function passThrough(url: string, account: string | null): Promise<string> {
  const jar = new Map<string, string>();
  const form = await send(url, jar);
  const done = await send(form, jar, account === null ? { cancel: '1' } : { account });
  const { pathname, search } = new URL(await send(done, jar));
  return pathname + search;
}
