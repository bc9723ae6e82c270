type Settings = { readonly psaConnections: readonly { readonly psa: string; readonly settings: Readonly<Record<string, string>> }[] };
type Change = { readonly op: 'replace'; readonly path: string; readonly value: unknown };

/** One call to the demo's ConnectWise, past the app, as somebody who works in it: a question, or with `changes` a change. Answers the body. */
export type ConnectWiseByHand = (path: string, changes?: readonly Change[]) => Promise<unknown>;

/** With what `prepare` of `useDemo` is given: the settings, and the secrets by their variables. */
export function connectWiseByHand(settings: unknown, env: Readonly<Record<string, string>>): ConnectWiseByHand {
  const { site = '', companyId = '', clientId = '' } = (settings as Settings).psaConnections.find(({ psa }) => psa === 'connectWise')?.settings ?? {};
  const authorization = `Basic ${Buffer.from(`${companyId}+${env['CONNECTWISE_PUBLIC_KEY']}:${env['CONNECTWISE_PRIVATE_KEY']}`).toString('base64')}`;
  return async (path, changes) => {
    const headers = { authorization, clientId, 'content-type': 'application/json' };
    const answer = await fetch(`${site}/v4_6_release/apis/3.0${path}`, { headers, ...(changes ? { method: 'PATCH', body: JSON.stringify(changes) } : {}) });
    if (!answer.ok) throw new Error(`ConnectWise answered ${answer.status} to ${path}`);
    return answer.json();
  };
}
