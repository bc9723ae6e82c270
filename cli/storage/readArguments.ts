import { parseArgs } from 'node:util';
import { parseOrgId, type OrgId } from '../../services/domain/ids.js';

export const usage = `npm run storage -- COMMAND        (where the app is deployed: node dist/cli/storage.js COMMAND)

  verify [--organization GUID] [--expect N:SEAL]
      Recomputes the hash chain of every save and compares it with the links of today. Prints the newest save's number and seal;
      keep them elsewhere, and --expect tells later whether that save is still the one it was. Exit code 1 when anything is not.
  backup FILE
      Copies the SQLite database to a new file, while the app runs or not.
  move sqlite mongo [--organization GUID]
  move mongo sqlite [--organization GUID]
      Copies an organization (default: all) into the other database, compares checksums, and leaves the first as it is.
      Stop the app before. May be interrupted and run again.
  rewrap
      After a change of the key that protects secrets: wraps every organization's own key with the new one. SECRETS_KEY_FILE or
      SECRETS_KEY_VAULT_KEY names the new one, SECRETS_OLD_KEY_FILE or SECRETS_OLD_KEY_VAULT_KEY the one before. With SQLite stop the app.

Environment, as for the app: DATA_DIR (folder of the SQLite database, default .data), MONGODB_URI (used instead when it is set).`;

export type Place = { readonly kind: 'sqlite'; readonly folder: string } | { readonly kind: 'mongo'; readonly uri: string };
export type Env = Readonly<Record<string, string | undefined>>;
type Scope = { readonly orgId: OrgId | undefined };
export type VerifyArguments = { readonly command: 'verify'; readonly place: Place; readonly expected: { readonly orgVersion: number; readonly seal: string } | undefined } & Scope;
export type BackupArguments = { readonly command: 'backup'; readonly folder: string; readonly file: string };
export type MoveArguments = { readonly command: 'move'; readonly from: Place; readonly to: Place } & Scope;

export type RewrapArguments = { readonly command: 'rewrap'; readonly place: Place; readonly env: Env };

/** Its message is for people, and is all they need. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(`${sentence}\n\n${usage}`);
  }
}

export function readArguments(args: readonly string[], env: Env): VerifyArguments | BackupArguments | MoveArguments | RewrapArguments | { readonly command: 'help' } {
  const { positionals, values } = parse(args);
  const [command, ...rest] = positionals;
  const folder = env['DATA_DIR'] ?? '.data';
  const uri = env['MONGODB_URI'] ?? '';
  const sqlite: Place = { kind: 'sqlite', folder };
  const present: Place = uri === '' ? sqlite : { kind: 'mongo', uri };
  if (values.help || command === undefined) return { command: 'help' };
  const orgId = readOrganization(values.organization);
  if (command === 'verify' && rest.length === 0) return { command, place: present, orgId, expected: readExpected(values.expect) };
  if (command === 'rewrap' && rest.length === 0) return { command, place: present, env };
  if (command === 'backup' && rest.length === 1) {
    if (present.kind === 'mongo') throw new UsageError("MONGODB_URI is set: a MongoDB server is backed up by its own means (mongodump, or Cosmos DB's continuous backup).");
    return { command, folder, file: rest[0] ?? '' };
  }
  if (command === 'move' && ['sqlite mongo', 'mongo sqlite'].includes(rest.join(' '))) {
    if (uri === '') throw new UsageError('MONGODB_URI is not set: it names the MongoDB database to move to or from.');
    const mongo: Place = { kind: 'mongo', uri };
    return { command, orgId, ...(rest[0] === 'sqlite' ? { from: sqlite, to: mongo } : { from: mongo, to: sqlite }) };
  }
  throw new UsageError(`"${positionals.join(' ')}" is no command.`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { organization: { type: 'string' }, expect: { type: 'string' }, help: { type: 'boolean' } } });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readOrganization(text: string | undefined): OrgId | undefined {
  if (text === undefined) return undefined;
  const orgId = parseOrgId(text);
  if (!orgId) throw new UsageError(`"${text}" is no organization: its tenant id is wanted, a GUID.`);
  return orgId;
}

function readExpected(text: string | undefined): VerifyArguments['expected'] {
  if (text === undefined) return undefined;
  const [, orgVersion, seal] = /^([1-9][0-9]*):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!orgVersion || !seal) throw new UsageError(`"${text}" is no save: write its number, a colon and its seal.`);
  return { orgVersion: Number(orgVersion), seal };
}
