import type { ConnectionChange, FileHead, Participation, StoredConnection } from '../domain/connection.js';
import { hasRole, type Caller, type Person } from '../domain/organization.js';
import { sourceRefText, type SourceRef } from '../domain/sync.js';
import { drawForm, type FormField } from '../runtime/settingsForm.js';
import { refsOf, toSourceRef } from './connectionIds.js';
import type { ConnectionPorts } from './connectionPorts.js';
import { listConnections, type SourceHealth } from './listConnections.js';

export type SecretView = { name: string; title: string; /** Null: not set. */ setAt: string | null };
/** What people who may change a connection see beside its health. There is no way to read a secret. */
export type ConnectionDetails = {
  version: number;
  settings: Record<string, unknown>;
  secrets: SecretView[];
  participation: Participation;
  /** Where the rows come from a file. */
  file: Omit<FileHead, 'fileId'> | null;
  confirmedHosts: { host: string; by: Person; at: string }[];
};
export type ConnectionView = {
  source: SourceRef;
  name: string;
  typeId: string;
  typeName: string;
  health: SourceHealth;
  isPaused: boolean;
  /** `settings-file`: only whoever runs the server changes it. */
  managedIn: 'app' | 'settings-file';
  /** Null for those who may not change it, and for what the settings file names. */
  details: ConnectionDetails | null;
};
export type ChangeView = Pick<ConnectionChange, 'kind' | 'by' | 'at' | 'details'> & { source: SourceRef; name: string; typeName: string };
export type ConnectionTypeView = { typeId: string; kind: SourceRef['kind']; name: string; /** The rows come from a file; the fields are its columns. */ takesFile: boolean; fields: FormField[]; secrets: { name: string; title: string; description: string; isRequired: boolean; /** It has several lines. */ isLong: boolean }[] };
export type ConnectionsPageView = { connections: ConnectionView[]; /** Newest first, the first hundred. Empty for those who may not change anything. */ changes: ChangeView[]; types: ConnectionTypeView[] };

const mostChanges = 100;
const partnerCenterName = 'Microsoft Partner Center';

/** Everything that the Connections page shows. */
export function describeConnections(ports: ConnectionPorts) {
  const list = listConnections(ports);
  return async (caller: Pick<Caller, 'orgId' | 'role'>): Promise<ConnectionsPageView> => {
    const { orgId } = caller;
    const mayChange = hasRole(caller, 'admin');
    const [listed, fixed, stored] = await Promise.all([list(caller), ports.configured.connectionsOf(orgId), ports.store.connections.list(orgId)]);
    const storedByRef = new Map(stored.map((one) => [sourceRefText(one.source), one]));
    const rows = [...listed.partnerAccounts.map(({ partnerAccountId, name, health }) => ({ source: toSourceRef('partner-account', partnerAccountId), name, health, typeId: 'partnerCenter', typeName: partnerCenterName })), ...listed.psaConnections.map(({ psaConnectionId, name, health, psaId, psaName }) => ({ source: toSourceRef('psa-connection', psaConnectionId), name, health, typeId: psaId, typeName: psaName }))];
    const configured = new Set(refsOf(fixed).map(sourceRefText));
    const connections = rows.map((row): ConnectionView => {
      const isFixed = configured.has(sourceRefText(row.source));
      const one = isFixed ? undefined : storedByRef.get(sourceRefText(row.source));
      return { ...row, isPaused: one?.isPaused ?? false, managedIn: isFixed ? 'settings-file' : 'app', details: one && mayChange ? presentDetails(ports, one) : null };
    });
    const changes = mayChange ? (await ports.store.connections.listChanges(orgId)).slice(0, mostChanges) : [];
    return { connections, changes: changes.map((one) => presentChange(ports, one)), types: mayChange ? ports.connectionTypes.map(presentType) : [] };
  };
}

function presentDetails({ connectionTypes }: ConnectionPorts, { version, typeId, settings, secrets, participation, confirmedHosts, file }: StoredConnection): ConnectionDetails {
  const type = connectionTypes.find((one) => one.typeId === typeId);
  return {
    version,
    settings: { ...settings },
    secrets: (type?.secretNames ?? []).map((name) => ({ name, title: type?.secretLabels[name]?.title ?? name, setAt: secrets[name]?.setAt ?? null })),
    participation,
    file: file ? { name: file.name, uploadedAt: file.uploadedAt } : null,
    confirmedHosts: confirmedHosts.map(({ host, by, at }) => ({ host, by, at })),
  };
}

function presentChange({ connectionTypes }: ConnectionPorts, { source, name, typeId, change }: StoredConnection): ChangeView {
  return { source, name, typeName: connectionTypes.find((one) => one.typeId === typeId)?.name ?? typeId, kind: change.kind, by: change.by, at: change.at, details: change.details };
}

function presentType(type: ConnectionPorts['connectionTypes'][number]): ConnectionTypeView {
  const { typeId, kind, name, settingsSchema, secretNames, optionalSecretNames = [], alternativeSecretNames = [], secretLabels } = type;
  return { typeId, kind, name, takesFile: type.kind === 'psa-connection' && type.companyFile !== undefined, fields: drawForm(settingsSchema), secrets: secretNames.map((secret) => ({ name: secret, title: secretLabels[secret]?.title ?? secret, description: secretLabels[secret]?.description ?? '', isRequired: !optionalSecretNames.includes(secret) && !alternativeSecretNames.includes(secret), isLong: secretLabels[secret]?.isLong ?? false })) };
}
