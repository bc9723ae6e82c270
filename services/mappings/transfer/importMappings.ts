import type { Caller } from '../../domain/organization.js';
import { AppError } from '../../runtime/errors.js';
import { changeSetHead } from '../changeSetHead.js';
import { settleDraft } from '../draft/settleDraft.js';
import { changePresenter, type ChangedRow } from '../history/presentRows.js';
import type { MappingPorts } from '../mappingPorts.js';
import { readMappingState } from '../readMappingState.js';
import { summarizeChangeSet, summarizeEntries, type ChangeCounts, type SaveSummary } from '../saveSummary.js';
import type { ImportLine, RefusedLine } from './importLine.js';
import { planImport } from './planImport.js';
import { readWishes } from './readWishes.js';

/** What an import would do. `rows` and `refused` are the first of them; the counts are of all. */
export type ImportPreview = { fingerprint: string; counts: ChangeCounts & { unchanged: number; refused: number }; rows: (ChangedRow & { line: number })[]; refused: RefusedLine[] };
export type ImportRequest = { readonly fingerprint: string; readonly idempotencyKey: string; readonly reason: string };
export type ImportResult = { kind: 'saved'; summary: SaveSummary; isRepeat: boolean } | { kind: 'unchanged' } | { kind: 'outdated'; sentence: string };

const shownRows = 500;
const outdated: ImportResult = { kind: 'outdated', sentence: 'Links or lists changed since you looked at the preview, so nothing was imported. Please look at it again.' };

/** A dry run: the file against what is linked, saving nothing. */
export function previewImport(ports: MappingPorts) {
  return async (caller: Caller, lines: AsyncIterable<ImportLine>): Promise<ImportPreview> => {
    const { plan, state } = await planFile(ports, caller, lines);
    const present = changePresenter(state);
    const rows = plan.changes.slice(0, shownRows).map((change) => ({ line: change.line, ...present(change) }));
    const counts = summarizeEntries(plan.changes.map(({ before, after }) => ({ before: { links: before }, after: { links: after } })));
    return { fingerprint: plan.fingerprint, counts: { ...counts, unchanged: plan.unchanged, refused: plan.refused.length }, rows, refused: plan.refused.slice(0, shownRows) };
  };
}

/** Saves what the preview showed, as one save: the same file again, with the preview's fingerprint. Lines that were refused stay out. */
export function importMappings(ports: MappingPorts) {
  const { clock, store } = ports;
  const settle = settleDraft(ports);
  return async (caller: Caller, lines: AsyncIterable<ImportLine>, { fingerprint, idempotencyKey, reason }: ImportRequest): Promise<ImportResult> => {
    const { orgId } = caller;
    const earlier = await store.mappings.findChangeSetByKey(orgId, idempotencyKey);
    if (earlier && earlier.requestHash !== fingerprint) throw new AppError('key-reused', 'the idempotency key belongs to another request');
    if (earlier) return { kind: 'saved', summary: summarizeChangeSet(earlier), isRepeat: true };
    const { plan } = await planFile(ports, caller, lines);
    if (plan.fingerprint !== fingerprint) return outdated;
    if (plan.changes.length === 0) return { kind: 'unchanged' };
    const head = changeSetHead({ ...caller, via: 'import' }, { idempotencyKey, requestHash: fingerprint, at: clock.now().toISOString(), reason });
    const outcome = await store.mappings.commit(orgId, { ...head, changes: plan.changes.map(({ tenantId, psaConnectionId, baseVersion, after }) => ({ tenantId, psaConnectionId, baseVersion, links: after })) });
    switch (outcome.kind) {
      case 'saved':
        await settle(orgId, plan.changes.map(({ tenantId }) => tenantId));
        return { kind: 'saved', summary: summarizeChangeSet(outcome.changeSet), isRepeat: outcome.isRepeat };
      case 'conflict':
        return outdated;
      case 'key-reused':
        throw new AppError('key-reused', 'the idempotency key belongs to another request');
    }
  };
}

async function planFile(ports: MappingPorts, { orgId, person }: Caller, lines: AsyncIterable<ImportLine>) {
  const before = await readMappingState(ports, orgId);
  const connected = before.sources.psaConnections;
  const former = [...new Set(before.units.map((unit) => unit.psaConnectionId))].filter((id) => !connected.some((psa) => psa.psaConnectionId === id));
  const wishes = await readWishes(lines, { connected, former });
  // The file may have taken long to come; it is compared with what is linked now.
  const state = await readMappingState(ports, orgId);
  return { state, plan: await planImport(wishes, state, { decidedBy: person, decidedAt: ports.clock.now().toISOString() }) };
}
