import { groupBy } from '../domain/groupBy.js';
import type { OrgId } from '../domain/ids.js';
import type { ChangeSet } from '../domain/mapping.js';
import type { OnProgress } from '../domain/progress.js';
import { sourceRefText, type SyncRun } from '../domain/sync.js';
import { AppError } from '../runtime/errors.js';
import { otherHistory } from './adoption.js';
import { contentHash, type ContentHash } from './contentHash.js';
import { copyConnections } from './copyConnections.js';
import { copyConversations } from './copyConversations.js';
import { copyDrafts } from './copyDrafts.js';
import { copyFiles } from './copyFiles.js';
import type { SourceStore, Store } from './ports.js';

const perPage = 20;

/**
 * Copies an organization into another store: every ChangeSet with its number, id and seal, then the lists, the draft, the uploaded files, the connections and the conversations that asked to be told. May be cut off anywhere and
 * run again; what is there already stays. Nothing may be saved meanwhile, and the source is left as it is. AppError `configuration`
 * when the target has another history of this organization, or when both do not hold the same in the end.
 */
export async function moveOrganization(from: Store, to: Store, orgId: OrgId, onProgress: OnProgress = () => undefined): Promise<ContentHash> {
  const total = (await newestOf(from, orgId))?.orgVersion ?? 0;
  const there = await newestOf(to, orgId);
  let done = there?.orgVersion ?? 0;
  if (there && (await changeSetAt(from, orgId, done))?.chainHash !== there.chainHash) throw otherHistory(done);
  while (done < total) {
    const page = await from.mappings.listChangeSets(orgId, { limit: Math.min(perPage, total - done), beforeVersion: Math.min(done + perPage, total) + 1 });
    if (page.length === 0) throw otherHistory(done + 1);
    for (const changeSet of page.reverse()) {
      await to.mappings.adopt(orgId, changeSet);
      done = changeSet.orgVersion;
      onProgress(done, total);
    }
  }
  await copyLists(from.sources, to.sources, orgId);
  await copyDrafts(from.drafts, to.drafts, orgId);
  await copyFiles(from.files, to.files, orgId);
  await copyConnections(from, to, orgId);
  await copyConversations(from.conversations, to.conversations, orgId);

  const verdict = await to.mappings.verifyHistory(orgId);
  const [before, after] = [await contentHash(from, orgId), await contentHash(to, orgId)];
  if (verdict.kind === 'intact' && before.hash === after.hash) return after;
  const why = verdict.kind === 'broken' ? `save number ${verdict.orgVersion}: ${verdict.why}` : `${before.hash} is not ${after.hash}`;
  throw new AppError('configuration', `the move ended with differences: ${why}`, { sentence: `Both databases do not hold the same (${why}). Was something saved meanwhile? Stop the app and run the command again.` });
}

async function newestOf({ mappings }: Store, orgId: OrgId): Promise<ChangeSet | undefined> {
  return (await mappings.listChangeSets(orgId, { limit: 1 }))[0];
}

async function changeSetAt({ mappings }: Store, orgId: OrgId, orgVersion: number): Promise<ChangeSet | undefined> {
  const [found] = await mappings.listChangeSets(orgId, { limit: 1, beforeVersion: orgVersion + 1 });
  return found?.orgVersion === orgVersion ? found : undefined;
}

/** Each source's rows come with its latest complete run, else as a partial list; a later run that was not complete is recorded after it, without rows. */
async function copyLists(from: SourceStore, to: SourceStore, orgId: OrgId): Promise<void> {
  const [tenants, companies, heldBack, runs] = [await from.listTenants(orgId), await from.listCompanies(orgId), await from.listHeldBack(orgId), await from.listRuns(orgId)];
  const record = async (run: SyncRun, withRows: boolean) => {
    const { source } = run;
    if (source.kind === 'partner-account') await to.recordTenants(orgId, run, withRows ? tenants.filter((row) => row.partnerAccountId === source.partnerAccountId) : []);
    else {
      const ofSource = <Row extends { readonly psaConnectionId: string }>(rows: readonly Row[]) => (withRows ? rows.filter((row) => row.psaConnectionId === source.psaConnectionId) : []);
      await to.recordCompanies(orgId, run, ofSource(companies), undefined, ofSource(heldBack));
    }
  };
  for (const [latest, complete] of groupBy(runs, ({ source }) => sourceRefText(source)).values()) {
    if (!latest) continue;
    const bearer = complete ?? (latest.outcome === 'failed' ? ({ ...latest, outcome: 'partial' } as const) : latest);
    await record(bearer, true);
    if (bearer !== latest) await record(latest, false);
  }
}
