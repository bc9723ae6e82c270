import { unitKeyText, type MappingUnit } from '../../domain/mapping.js';
import type { OnProgress } from '../../domain/progress.js';
import { requireDistinctChanges, requireOrgId, requirePageLimit, requireUnitKey } from '../argumentChecks.js';
import type { MappingStore } from '../ports.js';
import { commitChangeSet } from './commitChangeSet.js';
import { findById, findByKey, listPage } from './history.js';
import type { MongoContext } from './mongoContext.js';
import { readSnapshot } from './snapshot.js';
import { pageOf } from './unitPages.js';

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
    async listUnits(orgId) {
      requireOrgId(orgId);
      return [...(await readSnapshot(models, orgId)).unitsOfPage.values()].flat();
    },
    async readUnits(orgId, keys) {
      requireOrgId(orgId);
      keys.forEach(requireUnitKey);
      const { unitsOfPage } = await readSnapshot(models, orgId, (pageCount) => [...new Set(keys.map((key) => pageOf(key, pageCount)))]);
      const units = new Map([...unitsOfPage.values()].flat().map((unit) => [unitKeyText(unit), unit]));
      return keys.map((key): MappingUnit => units.get(unitKeyText(key)) ?? { tenantId: key.tenantId, psaConnectionId: key.psaConnectionId, version: 0, links: [] });
    },
    async commit(orgId, request, onProgress) {
      requireOrgId(orgId);
      requireDistinctChanges(request);
      return turns.use(`commit\n${orgId}`, undefined, () => commitChangeSet(context, orgId, request, guarded(onProgress)));
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
  };
}
