import { offerAction } from './actions/offerAction.js';
import { readAction, useAction } from './actions/useAction.js';
import type { ConnectionType } from './connections/connectionType.js';
import { uploadCompanyFile } from './connections/companyFile.js';
import { describeConnections } from './connections/describeConnections.js';
import { listConnections } from './connections/listConnections.js';
import { mergeDirectories } from './connections/mergedDirectory.js';
import { pauseConnection } from './connections/pauseConnection.js';
import { previewFile } from './connections/previewFile.js';
import { removeLeftovers } from './connections/removeLeftovers.js';
import { previewRemoval, removeConnection } from './connections/removeConnection.js';
import { saveConnection } from './connections/saveConnection.js';
import type { SecretVault } from './connections/secretVault.js';
import { checkConnection, listCompanyKinds } from './connections/tryConnection.js';
import type { ConnectionDirectory } from './connections/connectionDirectory.js';
import { countDecisions } from './mappings/countDecisions.js';
import { decideDraft } from './mappings/draft/decideDraft.js';
import { createDraftReader } from './mappings/draft/draftReader.js';
import { listDraft } from './mappings/draft/listDraft.js';
import { createPresence } from './mappings/draft/presence.js';
import { getStatus } from './mappings/getStatus.js';
import { getChangeSet } from './mappings/history/getChangeSet.js';
import { listHistory } from './mappings/history/listHistory.js';
import { listUnitHistory } from './mappings/history/listUnitHistory.js';
import { previewRestore, restoreState } from './mappings/history/restoreState.js';
import { listMappings } from './mappings/listMappings.js';
import { listPsaSkills } from './mappings/listPsaSkills.js';
import { listTenants } from './mappings/listTenants.js';
import { createMatcherThread } from './mappings/matcherThread.js';
import { createCompany } from './mappings/newCompany/createCompany.js';
import { prepareNewCompany } from './mappings/newCompany/prepareNewCompany.js';
import { rankTenants } from './mappings/rankTenants.js';
import { rememberUnits } from './mappings/rememberUnits.js';
import { saveMappings } from './mappings/saveMappings.js';
import { searchCompanies } from './mappings/searchCompanies.js';
import { storeTenantIds } from './mappings/storeTenantIds.js';
import { suggestMappings } from './mappings/suggestMappings.js';
import { exportMappings } from './mappings/transfer/exportMappings.js';
import { importMappings, previewImport } from './mappings/transfer/importMappings.js';
import { undoChangeSet } from './mappings/undoChangeSet.js';
import { deliverNews } from './notices/deliverNews.js';
import { forgetConversations, getNotices, setNotices } from './notices/noticeSettings.js';
import type { Caller } from './domain/organization.js';
import type { Clock } from './runtime/clock.js';
import type { Logger } from './runtime/logger.js';
import type { UpstreamGuard } from './runtime/upstreamGuard.js';
import type { Store } from './storage/ports.js';
import { cancelSync } from './sync/cancelSync.js';
import { dismissDrift } from './sync/dismissDrift.js';
import { findMissing } from './sync/findMissing.js';
import { listDrift } from './sync/listDrift.js';
import { createSourceListReader } from './sync/sourceLists.js';
import { createSyncMonitor } from './sync/syncMonitor.js';
import { syncSources } from './sync/syncSources.js';

export type ServicesParts = {
  readonly store: Store;
  /** What the server's settings file names. */
  readonly connections: ConnectionDirectory;
  /** What people may add beside it. */
  readonly connectionTypes: readonly ConnectionType[];
  readonly vault: SecretVault;
  readonly guard: UpstreamGuard;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** The front door: everything that a host may ask of the service layer. Each is bound to its ports; the first argument is the caller. */
export function createServices(given: ServicesParts) {
  const store = { ...given.store, mappings: rememberUnits(given.store.mappings) };
  const ports = {
    ...given,
    store,
    configured: given.connections,
    connections: mergeDirectories({ ...given, configured: given.connections, connections: given.store.connections, files: given.store.files }),
    sourceLists: createSourceListReader(given.store.sources),
    syncMonitor: createSyncMonitor(),
    drafts: createDraftReader(given.store.drafts),
    matcher: createMatcherThread({ logger: given.logger }),
    presence: createPresence(given.clock),
  };
  return {
    listConnections: listConnections(ports),
    describeConnections: describeConnections(ports),
    checkConnection: checkConnection(ports),
    listCompanyKinds: listCompanyKinds(ports),
    saveConnection: saveConnection(ports),
    uploadCompanyFile: uploadCompanyFile(ports),
    previewFile: previewFile(ports),
    /** For the host, at its start. */
    removeLeftovers: removeLeftovers(ports),
    pauseConnection: pauseConnection(ports),
    previewRemoval: previewRemoval(ports),
    removeConnection: removeConnection(ports),
    syncSources: syncSources(ports),
    cancelSync: cancelSync(ports),
    findMissing: findMissing(ports),
    listDrift: listDrift(ports),
    dismissDrift: dismissDrift(ports),
    getNotices: getNotices(ports),
    setNotices: setNotices(ports),
    /** For the host: the app was removed. */
    forgetConversations: forgetConversations(ports),
    /** For the host, now and then: it writes what is new where it was asked for. */
    deliverNews: deliverNews(ports),
    listTenants: listTenants(ports),
    searchCompanies: searchCompanies(ports),
    listPsaSkills: listPsaSkills(ports),
    prepareNewCompany: prepareNewCompany(ports),
    createCompany: createCompany(ports),
    storeTenantIds: storeTenantIds(ports),
    listMappings: listMappings(ports),
    suggestMappings: suggestMappings(ports),
    rankTenants: rankTenants(ports),
    listDraft: listDraft(ports),
    decideDraft: decideDraft(ports),
    countDecisions: countDecisions(ports),
    saveMappings: saveMappings(ports),
    undoChangeSet: undoChangeSet(ports),
    getStatus: getStatus(ports),
    listHistory: listHistory(ports),
    getChangeSet: getChangeSet(ports),
    listUnitHistory: listUnitHistory(ports),
    previewRestore: previewRestore(ports),
    restoreState: restoreState(ports),
    exportMappings: exportMappings(ports),
    previewImport: previewImport(ports),
    importMappings: importMappings(ports),
    offerAction: offerAction(ports),
    useAction: useAction(ports),
    readAction: readAction(ports),
    /** Recomputes the hash chain of the whole history; the verdict names the first save that does not fit. */
    verifyHistory: (caller: Pick<Caller, 'orgId'>) => given.store.mappings.verifyHistory(caller.orgId),
    /** Rejects with AppError `storage-unavailable` while the database is away. */
    checkHealth: () => given.store.ping(),
    /** Ends what runs on threads of its own. The store stays open. */
    close: () => ports.matcher.close(),
  };
}
export type Services = ReturnType<typeof createServices>;

export { newActionId, type NewAction } from './actions/offerAction.js';
export type { ActionEffect, ActionRequest, ActionUse } from './actions/useAction.js';
export type { ConnectionDirectory, ConnectedSources } from './connections/connectionDirectory.js';
export type { ConnectionType, PartnerAccountType, PsaType } from './connections/connectionType.js';
export type { ConnectionsPageView } from './connections/describeConnections.js';
export type { ConnectionDraft } from './connections/readDraft.js';
export type { SaveConnectionResult } from './connections/saveConnection.js';
export { createSecretVault, type SecretVault } from './connections/secretVault.js';
export type { ConnectionList, SourceHealth } from './connections/listConnections.js';
export type { CompanyView } from './mappings/companyView.js';
export type { DecideRequest, DecideResult, DraftConflict, DraftRefusal } from './mappings/draft/decideDraft.js';
export type { DraftRowView } from './mappings/draft/draftView.js';
export type { DraftNews } from './mappings/draft/listDraft.js';
export type { MappingStatus } from './mappings/getStatus.js';
export type { ChangeSetDetails } from './mappings/history/getChangeSet.js';
export type { HistoryEntry } from './mappings/history/historyEntry.js';
export type { HistoryList, HistoryQuery } from './mappings/history/listHistory.js';
export type { Timeline } from './mappings/history/listUnitHistory.js';
export type { RestorePreview, RestoreRequest, RestoreResult } from './mappings/history/restoreState.js';
export type { MappingPage, MappingView } from './mappings/listMappings.js';
export type { TenantRow, UnitView } from './mappings/listTenants.js';
export type { RankRequest, TenantRank } from './mappings/rankTenants.js';
export type { RowProblem, SaveRow } from './mappings/saveRow.js';
export type { RowConflict } from './mappings/rowConflict.js';
export type { SaveRequest, SaveResult } from './mappings/saveMappings.js';
export type { SaveSummary } from './mappings/saveSummary.js';
export type { CompanyHits, CompanyQuery } from './mappings/searchCompanies.js';
export type { CandidateView, SuggestRequest, Suggestion, SuggestionCounts } from './mappings/suggestMappings.js';
export type { ExportRow } from './mappings/transfer/exportMappings.js';
export type { ImportLine, RefusedLine } from './mappings/transfer/importLine.js';
export type { ImportPreview, ImportRequest, ImportResult } from './mappings/transfer/importMappings.js';
export type { Finding, MissingAnswer } from './sync/findMissing.js';
export type { DriftKind, DriftList, LinkDriftView, NewTenantView } from './sync/listDrift.js';
export type { CompanyFields, CreateCompanyRequest, CreateCompanyResult } from './mappings/newCompany/createCompany.js';
export type { NewCompanyForm } from './mappings/newCompany/prepareNewCompany.js';
export type { DeliveryOutcome, News } from './notices/deliverNews.js';
export type { Fact } from './notices/fact.js';
export { initialSettings } from './notices/noticeSettings.js';
export { isTimeZone } from './notices/noticeTimes.js';
export type { StoreCounts, StoredTenantId } from './mappings/storeTenantIds.js';
export type { SyncOptions } from './sync/syncOptions.js';
export type { UndoRequest, UndoResult } from './mappings/undoChangeSet.js';
