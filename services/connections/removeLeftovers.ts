import type { OrgId } from '../domain/ids.js';
import { timeOfId } from '../runtime/timedId.js';
import type { ConnectionPorts } from './connectionPorts.js';

type Ports = Pick<ConnectionPorts, 'store' | 'vault' | 'clock' | 'logger'>;
const waitMs = 60 * 60_000;

/** Removes sealed secrets and uploaded files that no connection names and that are older than an hour: a save was cut off, or never came. Gives how many. */
export function removeLeftovers({ store, vault, clock, logger }: Ports) {
  return async ({ orgId }: { readonly orgId: OrgId }): Promise<number> => {
    const isOld = (id: string) => {
      const madeAt = timeOfId(id);
      return madeAt !== undefined && clock.now().getTime() - madeAt.getTime() > waitMs;
    };
    // The connections are read last: what one of them has come to name meanwhile is then seen.
    const [secrets, files] = [await store.secrets.list(orgId), await store.files.list(orgId)];
    const connections = await store.connections.list(orgId);
    const named = new Set(connections.flatMap(({ secrets: used, file }) => [...Object.values(used).map(({ secretId }) => secretId), ...(file ? [file.fileId] : [])]));
    const isLeftover = (id: string) => !named.has(id) && isOld(id);
    const secretIds = secrets.map(({ secretId }) => secretId).filter(isLeftover);
    const fileIds = files.map(({ fileId }) => fileId).filter(isLeftover);
    if (secretIds.length > 0) await vault.remove(orgId, secretIds);
    if (fileIds.length > 0) await store.files.remove(orgId, fileIds);
    if (secretIds.length + fileIds.length > 0) logger.info({ secrets: secretIds.length, files: fileIds.length }, 'removed secrets and files that no connection uses');
    return secretIds.length + fileIds.length;
  };
}
