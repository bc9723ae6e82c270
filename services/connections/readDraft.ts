import type { FileHead, Participation, StoredConnection } from '../domain/connection.js';
import type { OrgId } from '../domain/ids.js';
import { remark, type Remark } from '../domain/remark.js';
import { sourceRefText, type SourceRef } from '../domain/sync.js';
import { AppError } from '../runtime/errors.js';
import { drawForm, readSettings } from '../runtime/settingsForm.js';
import { companyFileOf } from './companyFile.js';
import { addressesOf, findForeignHosts } from './connectionHosts.js';
import { refsOf } from './connectionIds.js';
import type { ConnectionPorts } from './connectionPorts.js';
import type { ConnectionAccess, ConnectionType } from './connectionType.js';
import { isReplaced, rotateInMemory, rotateInVault, secretKind } from './storedAccess.js';

/** A connection as a person has filled it in. */
export type ConnectionDraft = {
  /** The one that it changes; null: a new one. */
  readonly source: SourceRef | null;
  readonly typeId: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Those given now. Of an existing connection the others are those that are kept. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly participation: Participation;
  /** Where the rows come from a file: an uploaded one; null: the one that is kept. */
  readonly fileId: string | null;
  /** Hosts of which the person has said that they are right. */
  readonly confirmedHosts: readonly string[];
};

/** `field`: `name`, `file`, `settings.…` or `secrets.…`. */
export type DraftProblem = { field: string } & Remark;
export type DraftRefusal = { kind: 'invalid'; problems: DraftProblem[] } | { kind: 'confirm-hosts'; hosts: string[] };
export type ReadyDraft = {
  readonly kind: 'ready';
  readonly type: ConnectionType;
  readonly existing: StoredConnection | undefined;
  readonly access: ConnectionAccess;
  readonly file: FileHead | undefined;
  /** Hosts that are none of the vendor's own, all of them confirmed. */
  readonly foreignHosts: readonly string[];
};

type Ports = Pick<ConnectionPorts, 'connections' | 'connectionTypes' | 'vault' | 'guard' | 'store'>;

/** Checks everything that can be checked without calling the other system. Nothing is kept. */
export async function readDraft(ports: Ports, orgId: OrgId, draft: ConnectionDraft): Promise<ReadyDraft | DraftRefusal> {
  const type = ports.connectionTypes.find(({ typeId }) => typeId === draft.typeId);
  if (!type) throw new AppError('bad-request', `no connection type ${draft.typeId}`, { sentence: 'There is no such kind of connection.', facts: [{ code: 'kind-unknown' }] });
  const existing = draft.source === null ? undefined : await findStored(ports, orgId, draft.source);
  if (existing && existing.typeId !== type.typeId) throw new AppError('bad-request', 'the type of a connection was changed', { sentence: 'A connection stays what it is: add another one instead.', facts: [{ code: 'kind-fixed' }] });

  const reading = readSettings(type.settingsSchema, draft.settings);
  const file = await findFile(ports, orgId, type, draft, existing);
  const given = Object.fromEntries(Object.entries(draft.secrets).map(([name, value]) => [name, value.trim()] as const).filter(([, value]) => value !== ''));
  const problems: DraftProblem[] = [...(await nameProblems(ports, orgId, draft)), ...(file && 'sentence' in file ? [file] : []), ...(reading.kind === 'refused' ? reading.problems.map(({ name, ...why }) => ({ field: `settings.${name}`, ...why })) : []), ...secretProblems(type, given, existing, draft.settings)];
  if (problems.length > 0 || reading.kind === 'refused' || (file && 'sentence' in file)) return { kind: 'invalid', problems };

  const foreignHosts = await findForeignHosts(type.typeId, reading.settings, ports.guard).catch((thrown: unknown) => blockedField(type, draft.settings, thrown));
  if ('field' in foreignHosts) return { kind: 'invalid', problems: [foreignHosts] };
  const confirmed = new Set([...draft.confirmedHosts, ...(existing?.confirmedHosts.map(({ host }) => host) ?? [])]);
  const hosts = foreignHosts.filter((host) => !confirmed.has(host));
  if (hosts.length > 0) return { kind: 'confirm-hosts', hosts };
  const secrets = { ...(await keptSecrets(ports, orgId, type, existing, given)), ...given };
  const rotating = Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => {
      const secretId = name in given ? undefined : existing?.secrets[name]?.secretId;
      return [name, secretId === undefined ? rotateInMemory(value) : rotateInVault(ports.vault, orgId, secretKind(existing?.source, name), secretId)] as const;
    }),
  );
  return { kind: 'ready', type, existing, access: { name: draft.name.trim(), settings: reading.settings, secrets, rotating, participation: draft.participation, companyFile: companyFileOf(ports.store.files, orgId, file?.fileId) }, file, foreignHosts };
}

/** AppError `not-found` when there is none, or it was removed. */
export async function findStored({ store }: Pick<ConnectionPorts, 'store'>, orgId: OrgId, source: SourceRef): Promise<StoredConnection> {
  const found = (await store.connections.list(orgId)).find((one) => sourceRefText(one.source) === sourceRefText(source));
  if (found && !found.isRemoved) return found;
  throw new AppError('not-found', `${sourceRefText(source)} is not managed here`, { sentence: 'This connection was removed meanwhile, or is set in the server\'s settings file.', facts: [{ code: 'connection-away' }] });
}

/** The file that the connection shall have, or what is wrong with it; undefined where none is taken. */
async function findFile({ store }: Ports, orgId: OrgId, type: ConnectionType, { fileId }: ConnectionDraft, existing: StoredConnection | undefined): Promise<FileHead | DraftProblem | undefined> {
  if (type.kind !== 'psa-connection' || !type.companyFile) return undefined;
  if (fileId === null || fileId === existing?.file?.fileId) return existing?.file ?? { field: 'file', ...remark('Choose a file.', { code: 'file-unchosen' }) };
  const found = (await store.files.list(orgId)).find((one) => one.fileId === fileId);
  return found ?? { field: 'file', ...remark('The file is no longer here. Please choose it again.', { code: 'file-away' }) };
}

async function nameProblems({ connections }: Ports, orgId: OrgId, { name, source }: ConnectionDraft): Promise<DraftProblem[]> {
  const wanted = name.trim();
  if (wanted === '') return [{ field: 'name', ...remark('Name is needed: it tells connections apart.', { code: 'name-needed' }) }];
  const sources = await connections.connectionsOf(orgId);
  const names = [...sources.partnerAccounts, ...sources.psaConnections].map((one) => one.name);
  const others = refsOf(sources).map((ref, index) => ({ ref, name: names[index] ?? '' })).filter(({ ref }) => source === null || sourceRefText(ref) !== sourceRefText(source));
  return others.some((other) => other.name.toLowerCase() === wanted.toLowerCase()) ? [{ field: 'name', ...remark('Another connection has this name already.', { code: 'name-taken' }) }] : [];
}

/** A secret that is kept must not be sent to an address that it was not given for: with a new address all are asked for again. */
function secretProblems(type: ConnectionType, given: Readonly<Record<string, string>>, existing: StoredConnection | undefined, settings: Readonly<Record<string, unknown>>): DraftProblem[] {
  const { secretNames, optionalSecretNames = [], alternativeSecretNames = [], secretLabels } = type;
  const unknown = Object.keys(given).filter((name) => !secretNames.includes(name));
  const titleOf = (name: string) => secretLabels[name]?.title ?? name;
  const before = new Set(addressKeys(existing?.settings));
  const hasMoved = existing !== undefined && addressKeys(settings).some((address) => !before.has(address));
  const isOther = (name: string) => isReplaced(type, name, given) || (existing?.secrets[name] === undefined && isReplaced(type, name, existing?.secrets ?? {}));
  const missing = secretNames.filter((name) => !(name in given) && !isOther(name) && (existing?.secrets[name] ? hasMoved : !optionalSecretNames.includes(name)));
  const [either, ...others] = alternativeSecretNames.filter((name) => name in given);
  const whyNeeded = (name: string): Remark => {
    if (existing?.secrets[name]) return remark(`${titleOf(name)} is needed again, because the address is another one: it is not sent to a place that it was not given for.`, { code: 'needed-again' });
    if (alternativeSecretNames.includes(name)) return remark(`${alternativeSecretNames.map(titleOf).join(' or ')} is needed.`, { code: 'either-needed' });
    return remark(`${titleOf(name)} is needed.`, { code: 'setting-needed' });
  };
  return [
    ...unknown.map((name) => ({ field: `secrets.${name}`, ...remark(`${name} is no secret of this kind of connection.`, { code: 'setting-unknown', name }) })),
    ...others.map((name) => ({ field: `secrets.${name}`, ...remark(`Give either this or the other: ${titleOf(either ?? name)} is filled in as well.`, { code: 'either-given' }) })),
    ...Object.entries(given).flatMap(([name, value]) => {
      const problem = type.secretProblem?.(name, value);
      return problem ? [{ field: `secrets.${name}`, ...problem }] : [];
    }),
    ...missing
      .filter((name) => existing?.secrets[name] !== undefined || !alternativeSecretNames.includes(name) || name === alternativeSecretNames[0])
      .map((name) => ({ field: `secrets.${name}`, ...whyNeeded(name) })),
  ];
}

/** People may leave the scheme out, so anything that looks like a host counts. */
function addressKeys(settings: Readonly<Record<string, unknown>> | undefined): string[] {
  const texts = Object.values(settings ?? {}).filter((value) => typeof value === 'string').map((text) => text.trim());
  return texts.filter((text) => /^(https?:\/\/)?[^\s/]+\.[^\s/]+/i.test(text)).flatMap((text) => addressesOf(/^https?:\/\//i.test(text) ? text : `https://${text}`).map(({ origin }) => origin));
}

async function keptSecrets({ vault }: Ports, orgId: OrgId, type: ConnectionType, existing: StoredConnection | undefined, given: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const wanted = Object.entries(existing?.secrets ?? {}).filter(([name]) => !(name in given) && !isReplaced(type, name, given));
  const opened = await Promise.all(wanted.map(async ([name, { secretId }]) => [name, (await vault.open(orgId, secretKind(existing?.source, name), secretId))?.value ?? ''] as const));
  return Object.fromEntries(opened);
}

function blockedField({ settingsSchema }: ConnectionType, settings: Readonly<Record<string, unknown>>, thrown: unknown): DraftProblem {
  if (!(thrown instanceof AppError) || thrown.code !== 'source-blocked') throw thrown;
  const field = drawForm(settingsSchema).find(({ name }) => addressKeys({ [name]: settings[name] }).length > 0);
  return { field: field ? `settings.${field.name}` : 'name', sentence: thrown.sentence, facts: thrown.facts };
}
