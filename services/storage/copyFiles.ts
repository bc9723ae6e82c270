import { createHash } from 'node:crypto';
import type { OrgId } from '../domain/ids.js';
import type { FileStore } from './ports.js';

/** Copies uploaded files, and removes those that the source no longer has. May be cut off anywhere and run again. */
export async function copyFiles(from: FileStore, to: FileStore, orgId: OrgId): Promise<void> {
  const [wanted, present] = [await from.list(orgId), await to.list(orgId)];
  await to.remove(orgId, present.map(({ fileId }) => fileId).filter((id) => !wanted.some(({ fileId }) => fileId === id)));
  for (const { fileId } of wanted) {
    const file = await from.read(orgId, fileId);
    // What was not written to its end, here or there, is of no use.
    if (file && !(await to.read(orgId, fileId))) await to.add(orgId, file);
  }
}

/** One line for each file that can be read. */
export async function fileLines(files: FileStore, orgId: OrgId): Promise<string[]> {
  const lines: string[] = [];
  for (const { fileId } of await files.list(orgId)) {
    const file = await files.read(orgId, fileId);
    if (file) lines.push(JSON.stringify([fileId, file.name, file.uploadedAt, createHash('sha256').update(file.text).digest('hex')]));
  }
  return lines;
}
