import { z } from 'zod';
import type { Role } from '../services/domain/organization.js';
import { autoMapEvent, autoMapRequest } from './autoMap.js';
import { companyList, companyQuery } from './companies.js';
import { checkResult, companyKindsResult, connectionDraft, connectionsPage, filePreview, pauseConnectionRequest, pauseConnectionResult, previewFileRequest, removalPreview, removalQuery, removeConnectionRequest, removeConnectionResult, saveConnectionRequest, saveConnectionResult, uploadedFile, uploadFileQuery } from './connections.js';
import { decideRequest, decideResult, draftNews, draftQuery } from './draft.js';
import { dismissDriftRequest, dismissDriftResult, driftList, driftQuery } from './drift.js';
import { changeSetDetails, changeSetQuery, historyList, historyQuery, historyVerdict, restorePreview, restoreQuery, restoreRequest, restoreResult, timeline, timelineQuery } from './history.js';
import { mappingList, mappingQuery, saveEvent, saveRequest, undoRequest, undoResult } from './mappings.js';
import { missingAnswer, missingQuery } from './missing.js';
import { createCompanyRequest, createCompanyResult, newCompanyForm, newCompanyQuery, psaSkills, storeTenantIdsEvent, storeTenantIdsRequest } from './psaWrites.js';
import { connections, session, syncEvent, syncRequest } from './session.js';
import { tenantList } from './tenants.js';
import { exportQuery, importPreview, importQuery, importResult, previewImportQuery } from './transfer.js';

/** `json`: one JSON body. `ndjson`: a stream of JSON lines, each an event. `file`: a file to keep. */
export type Route = {
  readonly method: 'GET' | 'POST';
  /** `:name` marks a path parameter. */
  readonly path: string;
  /** The weakest role that may call it. */
  readonly role: Role;
  /** Of the query string (GET, and where the body is a file) or the JSON body (POST). */
  readonly request?: z.ZodType;
  /** `file`: a CSV or JSON file, sent as it is. */
  readonly body?: 'file';
  readonly response: z.ZodType;
  readonly answers: 'json' | 'ndjson' | 'file';
};

/** Everything that the tab may ask of the server: the server registers exactly these, the tab calls exactly these. */
export const routes = {
  getSession: { method: 'GET', path: '/api/session', role: 'viewer', response: session, answers: 'json' },
  listConnections: { method: 'GET', path: '/api/connections', role: 'viewer', response: connections, answers: 'json' },
  describeConnections: { method: 'GET', path: '/api/connections/page', role: 'viewer', response: connectionsPage, answers: 'json' },
  checkConnection: { method: 'POST', path: '/api/connections/check', role: 'admin', request: connectionDraft, response: checkResult, answers: 'json' },
  listCompanyKinds: { method: 'POST', path: '/api/connections/kinds', role: 'admin', request: connectionDraft, response: companyKindsResult, answers: 'json' },
  saveConnection: { method: 'POST', path: '/api/connections', role: 'admin', request: saveConnectionRequest, response: saveConnectionResult, answers: 'json' },
  uploadCompanyFile: { method: 'POST', path: '/api/connections/file', role: 'admin', request: uploadFileQuery, body: 'file', response: uploadedFile, answers: 'json' },
  previewFile: { method: 'POST', path: '/api/connections/file/preview', role: 'admin', request: previewFileRequest, response: filePreview, answers: 'json' },
  pauseConnection: { method: 'POST', path: '/api/connections/pause', role: 'admin', request: pauseConnectionRequest, response: pauseConnectionResult, answers: 'json' },
  previewRemoval: { method: 'GET', path: '/api/connections/removal', role: 'admin', request: removalQuery, response: removalPreview, answers: 'json' },
  removeConnection: { method: 'POST', path: '/api/connections/remove', role: 'admin', request: removeConnectionRequest, response: removeConnectionResult, answers: 'json' },
  syncSources: { method: 'POST', path: '/api/sync', role: 'mapper', request: syncRequest, response: syncEvent, answers: 'ndjson' },
  /** Ends every running pull of the organization. */
  cancelSync: { method: 'POST', path: '/api/sync/cancel', role: 'mapper', response: connections, answers: 'json' },
  findMissing: { method: 'GET', path: '/api/missing', role: 'viewer', request: missingQuery, response: missingAnswer, answers: 'json' },
  /** What changed at the sources since the links were saved, and new tenants. */
  listDrift: { method: 'GET', path: '/api/drift', role: 'viewer', request: driftQuery, response: driftList, answers: 'json' },
  /** Calls one such change fine, or takes that back. */
  dismissDrift: { method: 'POST', path: '/api/drift/dismissals', role: 'mapper', request: dismissDriftRequest, response: dismissDriftResult, answers: 'json' },
  listTenants: { method: 'GET', path: '/api/tenants', role: 'viewer', response: tenantList, answers: 'json' },
  searchCompanies: { method: 'GET', path: '/api/companies', role: 'viewer', request: companyQuery, response: companyList, answers: 'json' },
  listPsaSkills: { method: 'GET', path: '/api/psa-skills', role: 'viewer', response: psaSkills, answers: 'json' },
  /** The next three read or write in the customer's PSA. */
  prepareNewCompany: { method: 'GET', path: '/api/new-company', role: 'approver', request: newCompanyQuery, response: newCompanyForm, answers: 'json' },
  createCompany: { method: 'POST', path: '/api/new-company', role: 'approver', request: createCompanyRequest, response: createCompanyResult, answers: 'json' },
  storeTenantIds: { method: 'POST', path: '/api/tenant-ids', role: 'approver', request: storeTenantIdsRequest, response: storeTenantIdsEvent, answers: 'ndjson' },
  listMappings: { method: 'GET', path: '/api/mappings', role: 'viewer', request: mappingQuery, response: mappingList, answers: 'json' },
  autoMap: { method: 'POST', path: '/api/auto-map', role: 'mapper', request: autoMapRequest, response: autoMapEvent, answers: 'ndjson' },
  listDraft: { method: 'GET', path: '/api/draft', role: 'viewer', request: draftQuery, response: draftNews, answers: 'json' },
  decideDraft: { method: 'POST', path: '/api/draft', role: 'mapper', request: decideRequest, response: decideResult, answers: 'json' },
  saveMappings: { method: 'POST', path: '/api/mappings', role: 'mapper', request: saveRequest, response: saveEvent, answers: 'ndjson' },
  listHistory: { method: 'GET', path: '/api/change-sets', role: 'viewer', request: historyQuery, response: historyList, answers: 'json' },
  getChangeSet: { method: 'GET', path: '/api/change-sets/:changeSetId', role: 'viewer', request: changeSetQuery, response: changeSetDetails, answers: 'json' },
  listUnitHistory: { method: 'GET', path: '/api/timeline', role: 'viewer', request: timelineQuery, response: timeline, answers: 'json' },
  previewRestore: { method: 'GET', path: '/api/restore', role: 'mapper', request: restoreQuery, response: restorePreview, answers: 'json' },
  restoreState: { method: 'POST', path: '/api/restore', role: 'mapper', request: restoreRequest, response: restoreResult, answers: 'json' },
  verifyHistory: { method: 'POST', path: '/api/verify-history', role: 'mapper', response: historyVerdict, answers: 'json' },
  undoChangeSet: { method: 'POST', path: '/api/change-sets/:changeSetId/undo', role: 'mapper', request: undoRequest, response: undoResult, answers: 'json' },
  exportMappings: { method: 'GET', path: '/api/export', role: 'viewer', request: exportQuery, response: z.string(), answers: 'file' },
  previewImport: { method: 'POST', path: '/api/import/preview', role: 'mapper', request: previewImportQuery, body: 'file', response: importPreview, answers: 'json' },
  importMappings: { method: 'POST', path: '/api/import', role: 'mapper', request: importQuery, body: 'file', response: importResult, answers: 'json' },
} as const satisfies Record<string, Route>;
export type RouteName = keyof typeof routes;
