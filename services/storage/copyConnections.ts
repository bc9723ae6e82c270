import type { OrgId } from '../domain/ids.js';
import { newestChangeFirst } from './connectionOrder.js';
import type { SealedSecret, Store } from './ports.js';

type Stores = Pick<Store, 'connections' | 'secrets'>;

/** Copies every change of every connection, and the secrets as they are sealed: they open with the same key there. May be cut off anywhere and run again. */
export async function copyConnections(from: Stores, to: Stores, orgId: OrgId): Promise<void> {
  for (const version of (await from.connections.listChanges(orgId)).sort((a, b) => newestChangeFirst(b, a))) await to.connections.append(orgId, version);
  const [wanted, present] = [await from.secrets.list(orgId), await to.secrets.list(orgId)];
  const textsThere = new Map(present.map((one) => [one.secretId, textOf(one)]));
  await to.secrets.remove(orgId, present.map(({ secretId }) => secretId).filter((id) => !wanted.some(({ secretId }) => secretId === id)));
  for (const secret of wanted) if (textOf(secret) !== textsThere.get(secret.secretId)) await to.secrets.adopt(orgId, secret);
}

/** One line for each change and each secret. */
export async function connectionLines({ connections, secrets }: Stores, orgId: OrgId): Promise<string[]> {
  const [changes, sealed] = [await connections.listChanges(orgId), await secrets.list(orgId)];
  return [...changes.map((change) => JSON.stringify(change)), ...sealed.map(textOf)];
}

function textOf({ secretId, version, sealed }: SealedSecret): string {
  return JSON.stringify([secretId, version, sealed]);
}
