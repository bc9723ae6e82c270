import type { FileHead, StoredConnection } from '../domain/connection.js';
import type { OrgId } from '../domain/ids.js';
import type { CompanyFile, CompanyFileReader } from '../psa/companyFile.js';
import { AppError } from '../runtime/errors.js';
import { newTimedId } from '../runtime/timedId.js';
import type { FileStore } from '../storage/ports.js';
import type { ConnectionPorts } from './connectionPorts.js';
import { removeLeftovers } from './removeLeftovers.js';

/** What a connection's adapter reads its rows from. */
export function companyFileOf(files: FileStore, orgId: OrgId, fileId: string | undefined): CompanyFile {
  return { read: async () => (fileId === undefined ? null : ((await files.read(orgId, fileId)) ?? null)) };
}

/** AppError `bad-request` when this kind of connection takes no file. */
export function requireFileReader({ connectionTypes }: Pick<ConnectionPorts, 'connectionTypes'>, typeId: string): CompanyFileReader {
  const type = connectionTypes.find((one) => one.typeId === typeId);
  if (type?.kind === 'psa-connection' && type.companyFile) return type.companyFile;
  throw new AppError('bad-request', `${typeId} takes no file`, { sentence: 'This kind of connection takes no file.' });
}

type UploadRequest = { readonly typeId: string; readonly name: string };

/** Keeps a file until a connection is saved with it; else it is removed after an hour (`removeLeftovers`), or when five newer ones wait. No connection is touched. */
export function uploadCompanyFile(ports: ConnectionPorts) {
  return async ({ orgId }: { readonly orgId: OrgId }, { typeId, name }: UploadRequest, bytes: AsyncIterable<Uint8Array>): Promise<FileHead> => {
    const reader = requireFileReader(ports, typeId);
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    const text = reader.decode(Buffer.concat(chunks));
    const now = ports.clock.now();
    const head: FileHead = { fileId: newTimedId(now), name, uploadedAt: now.toISOString() };
    await removeLeftovers(ports)({ orgId });
    await ports.store.files.add(orgId, { ...head, text });
    await keepNewest(ports, orgId);
    ports.logger.info({ typeId, characters: text.length }, 'a file was uploaded');
    return head;
  };
}

/** So many uploads of an organization may wait for a save; the oldest makes room for one more. */
const mostWaiting = 5;

async function keepNewest({ store, logger }: Pick<ConnectionPorts, 'store' | 'logger'>, orgId: OrgId): Promise<void> {
  const files = await store.files.list(orgId);
  // Read last: what a connection has come to name meanwhile is then seen.
  const named = new Set((await store.connections.list(orgId)).map(({ file }) => file?.fileId));
  const waiting = files.filter(({ fileId }) => !named.has(fileId)).sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt) || b.fileId.localeCompare(a.fileId));
  const fileIds = waiting.slice(mostWaiting).map(({ fileId }) => fileId);
  if (fileIds.length === 0) return;
  await store.files.remove(orgId, fileIds);
  logger.info({ files: fileIds.length }, 'removed the oldest of the uploads that nothing uses');
}

/** Removes the file that a save has replaced. One that can't be removed now is a leftover. */
export async function discardFile({ store, logger }: Pick<ConnectionPorts, 'store' | 'logger'>, orgId: OrgId, { file, source }: Pick<StoredConnection, 'file' | 'source'>): Promise<void> {
  if (!file) return;
  await store.files.remove(orgId, [file.fileId]).catch((error: unknown) => logger.warn({ err: error, source }, 'a file that nothing uses could not be removed'));
}
