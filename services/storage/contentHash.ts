import { createHash } from 'node:crypto';
import type { OrgId } from '../domain/ids.js';
import { unitKeyText } from '../domain/mapping.js';
import { yieldTurn } from '../runtime/yieldTurn.js';
import { connectionLines } from './copyConnections.js';
import { conversationLines } from './copyConversations.js';
import { draftLines } from './copyDrafts.js';
import { fileLines } from './copyFiles.js';
import type { Store } from './ports.js';

/** SHA-256 (hex) over all that an organization has in a store, sorted; equal on two stores exactly when they hold the same. */
export type ContentHash = { readonly hash: string; readonly units: number; readonly changeSets: number; readonly tenants: number; readonly companies: number };

/** The history counts through its newest seal, which `verifyHistory` checks. */
export async function contentHash(store: Store, orgId: OrgId): Promise<ContentHash> {
  const { mappings, sources, drafts } = store;
  const hash = createHash('sha256');
  const addSorted = async (part: string, lines: readonly string[]) => {
    hash.update(`${part} ${lines.length}\n`);
    for (const [index, line] of lines.toSorted().entries()) {
      hash.update(`${line}\n`);
      if (index % 1000 === 999) await yieldTurn();
    }
    return lines.length;
  };
  const [newest] = await mappings.listChangeSets(orgId, { limit: 1 });
  hash.update(`${newest?.orgVersion ?? 0} ${newest?.chainHash ?? ''}\n`);
  const units = (await mappings.listUnits(orgId)).map((unit) => JSON.stringify([unitKeyText(unit), unit.version, unit.links]));
  const tenants = (await sources.listTenants(orgId)).map((row) => JSON.stringify(row));
  const companies = (await sources.listCompanies(orgId)).map((row) => JSON.stringify(row));
  const runs = (await sources.listRuns(orgId)).map((run) => JSON.stringify(run));
  const counts = { units: await addSorted('units', units), changeSets: newest?.orgVersion ?? 0, tenants: await addSorted('tenants', tenants), companies: await addSorted('companies', companies) };
  await addSorted('runs', runs);
  await addSorted('drafts', await draftLines(drafts, orgId));
  await addSorted('connections', await connectionLines(store, orgId));
  await addSorted('files', await fileLines(store.files, orgId));
  await addSorted('conversations', await conversationLines(store.conversations, orgId));
  return { hash: hash.digest('hex'), ...counts };
}
