import type { StoredConnection } from '../domain/connection.js';
import type { OrgId } from '../domain/ids.js';
import type { Caller, Person } from '../domain/organization.js';
import { remark, type Remark } from '../domain/remark.js';
import type { SourceRef } from '../domain/sync.js';
import type { CompanyFileMapping } from '../psa/companyFile.js';
import { drawForm } from '../runtime/settingsForm.js';
import { discardFile } from './companyFile.js';
import { freeRef, takenRefs } from './connectionIds.js';
import type { ConnectionPorts } from './connectionPorts.js';
import { withSecrets } from './keepSecrets.js';
import { appendVersion, changeBy, requireSeen } from './nextVersion.js';
import { isReplaced } from './storedAccess.js';
import { readDraft, type ConnectionDraft, type DraftRefusal, type ReadyDraft } from './readDraft.js';

/** `seenVersion`: of the connection as the person saw it; 0 for a new one. */
export type SaveConnectionRequest = ConnectionDraft & { readonly seenVersion: number };
export type SaveConnectionResult = DraftRefusal | { kind: 'saved'; source: SourceRef; version: number; isUnchanged: boolean };

/** Adds a connection, or changes its name, settings, secrets and who takes part. Nothing is called: whoever wants to know tries it before. */
export function saveConnection(ports: ConnectionPorts) {
  return async (caller: Caller, request: SaveConnectionRequest): Promise<SaveConnectionResult> => {
    const ready = await readDraft(ports, caller.orgId, request);
    if (ready.kind !== 'ready') return ready;
    const unreadable = await whyUnreadable(ports, caller.orgId, ready);
    if (unreadable !== undefined) return { kind: 'invalid', problems: [{ field: 'file', ...unreadable }] };
    return ready.existing ? change(ports, caller, request, { ...ready, existing: ready.existing }) : add(ports, caller, request, ready);
  };
}

/** A file that gives no company is a mistake. Undefined: it gives some, or there is none. */
async function whyUnreadable({ store }: ConnectionPorts, orgId: OrgId, { type, file, access }: ReadyDraft): Promise<Remark | undefined> {
  if (!file || type.kind !== 'psa-connection' || !type.companyFile) return undefined;
  const text = (await store.files.read(orgId, file.fileId))?.text ?? '';
  const { companyCount, problems } = await type.companyFile.preview(text, access.settings as CompanyFileMapping);
  return companyCount > 0 ? undefined : (problems[0] ?? remark('The file has no row that can be read.', { code: 'file-without-readable-row', file: file.name }));
}

async function add(ports: ConnectionPorts, caller: Caller, request: SaveConnectionRequest, ready: ReadyDraft): Promise<SaveConnectionResult> {
  const { orgId } = caller;
  const taken = await takenRefs(ports, orgId, await ports.store.connections.list(orgId));
  const source = freeRef(ready.type.kind, ready.access.name, taken);
  return withSecrets(ports, orgId, { source, before: {}, given: givenSecrets(request) }, async (secrets) => {
    const { version } = await appendVersion(ports, caller, {
      source,
      version: 1,
      name: ready.access.name,
      typeId: ready.type.typeId,
      settings: filledIn(request.settings),
      participation: request.participation,
      secrets,
      file: ready.file,
      confirmedHosts: confirmedBy(ports, caller.person, ready, []),
      isPaused: false,
      isRemoved: false,
      change: changeBy(ports, caller, { kind: 'added', details: [ready.file ? `File "${ready.file.name}"` : '', sayHosts(ready.foreignHosts)].filter((text) => text !== '').join('. ') }),
    });
    return { kind: 'saved', source, version, isUnchanged: false };
  });
}

async function change(ports: ConnectionPorts, caller: Caller, request: SaveConnectionRequest, ready: ReadyDraft & { readonly existing: StoredConnection }): Promise<SaveConnectionResult> {
  const { existing } = ready;
  const { source } = existing;
  requireSeen(existing, request.seenVersion);
  const given = givenSecrets(request);
  const settings = filledIn(request.settings);
  const confirmedHosts = confirmedBy(ports, caller.person, ready, existing.confirmedHosts);
  const details = describeChange(existing, { name: ready.access.name, settings, participation: request.participation, given }, ready);
  if (details === '') return { kind: 'saved', source, version: existing.version, isUnchanged: true };
  const newHosts = confirmedHosts.filter(({ host }) => !existing.confirmedHosts.some((before) => before.host === host)).map(({ host }) => host);
  const isSecretsOnly = details === secretsOnly(ready, given);
  return withSecrets(ports, caller.orgId, { source, before: existing.secrets, given, leaving: Object.keys(existing.secrets).filter((name) => isReplaced(ready.type, name, given)) }, async (secrets) => {
    const what = { kind: isSecretsOnly ? 'secrets-replaced' : 'changed', details: [details, sayHosts(newHosts)].filter((text) => text !== '').join('. ') } as const;
    const next = { ...existing, version: existing.version + 1, name: ready.access.name, settings, participation: request.participation, secrets, file: ready.file, confirmedHosts, change: changeBy(ports, caller, what) };
    const { version } = await appendVersion(ports, caller, next);
    if (ready.file?.fileId !== existing.file?.fileId) await discardFile(ports, caller.orgId, existing);
    return { kind: 'saved', source, version, isUnchanged: false };
  });
}

function givenSecrets({ secrets }: ConnectionDraft): Record<string, string> {
  return Object.fromEntries(Object.entries(secrets).map(([name, value]) => [name, value.trim()] as const).filter(([, value]) => value !== ''));
}

function filledIn(settings: ConnectionDraft['settings']): ConnectionDraft['settings'] {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const).filter(([, value]) => value !== '' && value !== null && value !== undefined));
}

/** Hosts that the connection no longer uses have to be confirmed anew should they come back. */
function confirmedBy({ clock }: ConnectionPorts, by: Person, { foreignHosts }: ReadyDraft, before: StoredConnection['confirmedHosts']): StoredConnection['confirmedHosts'] {
  return foreignHosts.map((host) => before.find((one) => one.host === host) ?? { host, by, at: clock.now().toISOString() });
}

function sayHosts(hosts: readonly string[]): string {
  return hosts.length === 0 ? '' : `Confirmed as our own server: ${hosts.join(', ')}`;
}

type Wanted = Pick<StoredConnection, 'name' | 'settings' | 'participation'> & { readonly given: Readonly<Record<string, string>> };

/** What is different, in the words of the form; '' for nothing. Values are left out. */
function describeChange(existing: StoredConnection, { name, settings, participation, given }: Wanted, ready: ReadyDraft): string {
  const fields = drawForm(ready.type.settingsSchema);
  const names = [...new Set([...Object.keys(existing.settings), ...Object.keys(settings)])];
  const changed = names.filter((field) => JSON.stringify(existing.settings[field]) !== JSON.stringify(settings[field])).map((field) => fields.find((one) => one.name === field)?.title ?? field);
  return [
    ...(existing.name === name ? [] : [`Name: "${existing.name}" is now "${name}"`]),
    ...(ready.file?.fileId === existing.file?.fileId ? [] : [`New file "${ready.file?.name ?? ''}"`]),
    ...changed,
    ...(JSON.stringify(existing.participation) === JSON.stringify(participation) ? [] : ['Which companies take part']),
    ...(Object.keys(given).length === 0 ? [] : [secretsOnly(ready, given)]),
  ].join(', ');
}

function secretsOnly({ type }: ReadyDraft, given: Readonly<Record<string, string>>): string {
  return Object.keys(given).map((name) => type.secretLabels[name]?.title ?? name).join(', ');
}
