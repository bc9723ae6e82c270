import { unitKeyText } from '../../domain/mapping.js';
import type { OnProgress } from '../../domain/progress.js';
import { otherHistory, requestOf, requireSame } from '../adoption.js';
import { requireDistinctChanges, requireOrgId, requirePageLimit, requireUnitKey } from '../argumentChecks.js';
import type { MappingStore } from '../ports.js';
import { verifyHistory } from '../verifyHistory.js';
import { permit } from './cleanUp.js';
import { commitChangeSet } from './commitChangeSet.js';
import { findById, findByKey, listPage } from './history.js';
import type { MongoContext } from './mongoContext.js';
import { newestOf, readSnapshot } from './snapshot.js';
import { listUnitHistory } from './unitHistory.js';
import { pageOf, plainUnit } from './unitPages.js';
import { unitsAt } from './unitsAt.js';
import { mongoHistoryReader } from './mongoHistoryReader.js';

export function mongoMappings(context: MongoContext): MappingStore {
  const { models, logger, turns } = context;

  /** A listener's failure is its own. */
  const guarded = (onProgress: OnProgress | undefined): OnProgress => {
    return (done, total) => {
      try {
        onProgress?.(done, total);
      } catch (error) {
        logger.warn({ err: error }, 'a progress listener failed');
      }
    };
  };

  return {
    async newestVersion(orgId) {
      requireOrgId(orgId);
      return (await newestOf(models, orgId))?.orgVersion ?? 0;
    },
    async listUnits(orgId) {
      requireOrgId(orgId);
      return [...(await readSnapshot(models, orgId)).unitsOfPage.values()].flatMap((units) => units.map(plainUnit));
    },
    async readUnits(orgId, keys) {
      requireOrgId(orgId);
      keys.forEach(requireUnitKey);
      const { unitsOfPage } = await readSnapshot(models, orgId, (pageCount) => [...new Set(keys.map((key) => pageOf(key, pageCount)))]);
      const units = new Map([...unitsOfPage.values()].flat().map((unit) => [unitKeyText(unit), unit]));
      return keys.map((key) => plainUnit(units.get(unitKeyText(key)) ?? { ...key, version: 0, links: [] }));
    },
    async commit(orgId, request, onProgress) {
      requireOrgId(orgId);
      await requireDistinctChanges(request);
      return turns.use(`commit\n${orgId}`, undefined, () => commitChangeSet(context, orgId, request, guarded(onProgress)));
    },
    async adopt(orgId, changeSet) {
      requireOrgId(orgId);
      const outcome = await turns.use(`commit\n${orgId}`, undefined, async () => {
        await permit(models, changeSet.changeSetId);
        return commitChangeSet(context, orgId, requestOf(changeSet), () => undefined, changeSet);
      });
      if (outcome.kind === 'conflict') throw otherHistory(changeSet.orgVersion);
      requireSame(changeSet, outcome.changeSet);
    },
    async findChangeSet(orgId, changeSetId) {
      requireOrgId(orgId);
      return findById(models, orgId, changeSetId);
    },
    async findChangeSetByKey(orgId, idempotencyKey) {
      requireOrgId(orgId);
      return findByKey(models, orgId, idempotencyKey);
    },
    async listChangeSets(orgId, { limit, beforeVersion }) {
      requireOrgId(orgId);
      requirePageLimit(limit);
      return listPage(models, orgId, limit, beforeVersion ?? Number.MAX_SAFE_INTEGER);
    },
    async listUnitHistory(orgId, unitKey, { limit, beforeVersion }) {
      requireOrgId(orgId);
      requireUnitKey(unitKey);
      requirePageLimit(limit);
      return listUnitHistory(models, orgId, unitKey, limit, beforeVersion ?? Number.MAX_SAFE_INTEGER);
    },
    async unitsAt(orgId, orgVersion) {
      requireOrgId(orgId);
      return unitsAt(models, orgId, orgVersion);
    },
    async verifyHistory(orgId) {
      requireOrgId(orgId);
      return verifyHistory(orgId, mongoHistoryReader(models, orgId));
    },
  };
}
