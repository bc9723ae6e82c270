import type { ChangeSetId, PsaConnectionId, TenantId } from '../../domain/ids.js';
import type { AuditEntry, ChangeSet, ChangeSetHead, CompanyLink, MappingUnit, UnitConflict, UnitHistoryEntry, UnitKey } from '../../domain/mapping.js';
import type { ConflictRow, EntryRow, HeadRow, TouchRow, UnitRow } from './protocol.js';

export const toKey = (tenantId: string, psaConnectionId: string): UnitKey => ({ tenantId: tenantId as TenantId, psaConnectionId: psaConnectionId as PsaConnectionId });
// The texts are of this schema version: the store wrote them, or the upgrade did.
const toLinks = (links: string) => JSON.parse(links) as CompanyLink[];
const toHead = (head: string) => JSON.parse(head) as ChangeSetHead;

export function toUnit([tenantId, psaConnectionId, version, links]: UnitRow): MappingUnit {
  return { ...toKey(tenantId, psaConnectionId), version, links: toLinks(links) };
}

export function toConflict([tenantId, psaConnectionId, baseVersion, version, links]: ConflictRow): UnitConflict {
  return { ...toKey(tenantId, psaConnectionId), baseVersion, current: toUnit([tenantId, psaConnectionId, version, links]) };
}

export function toEntry([, tenantId, psaConnectionId, versionBefore, linksBefore, versionAfter, linksAfter]: EntryRow): AuditEntry {
  return { ...toKey(tenantId, psaConnectionId), before: { version: versionBefore, links: toLinks(linksBefore) }, after: { version: versionAfter, links: toLinks(linksAfter) } };
}

export function toChangeSet([orgVersion, changeSetId, head, chainHash]: HeadRow, entries: readonly AuditEntry[]): ChangeSet {
  return { ...toHead(head), changeSetId: changeSetId as ChangeSetId, orgVersion, chainHash, entries };
}

export function toUnitHistoryEntry([orgVersion, changeSetId, head, versionBefore, linksBefore, versionAfter, linksAfter]: TouchRow): UnitHistoryEntry {
  const { at, actor, via, undoes, reason } = toHead(head);
  const [before, after] = [{ version: versionBefore, links: toLinks(linksBefore) }, { version: versionAfter, links: toLinks(linksAfter) }];
  return { changeSetId: changeSetId as ChangeSetId, orgVersion, at, actor, via, undoes, reason, before, after };
}
