import type { Answer, SimulatorRequest } from '../router.js';
import { tenantFieldId, type HaloClient } from './records.js';
import type { HaloPsaQuirks } from './quirks.js';

type Sent = {
  readonly id?: number;
  readonly name?: string;
  readonly website?: string;
  readonly toplevel_id?: number;
  readonly newclient_sitename?: string;
  readonly newclient_phonenumber?: string;
  readonly customfields?: readonly { readonly id?: number; readonly name?: string; readonly value: unknown }[];
};

/** A list only: with an id it changes what is sent, without one it creates. */
export function saveClients({ body }: SimulatorRequest, clients: HaloClient[], { ignoresChanges, postAnswer = 'list' }: HaloPsaQuirks): Answer {
  const list = JSON.parse(body) as readonly Sent[];
  if (!Array.isArray(list)) return { status: 400, body: { ClassName: 'Newtonsoft.Json.JsonSerializationException', Message: 'Cannot deserialize the current JSON object into a list.' } };
  const saved = (list as readonly Sent[]).map((sent) => (sent.id === undefined ? create(sent, clients) : change(sent, clients, ignoresChanges ?? false)));
  const refused = saved.find((result) => typeof result === 'string');
  if (refused !== undefined) return { status: 400, body: { Message: refused } };
  return { status: 201, body: postAnswer === 'object' ? saved[0] : saved };
}

function create({ name = '', website = '', toplevel_id, newclient_sitename, newclient_phonenumber = '' }: Sent, clients: HaloClient[]): object | string {
  if (name === '' || toplevel_id === undefined || !newclient_sitename) return 'A client needs a name, a top level and a site.';
  const id = Math.max(0, ...clients.map((client) => client.id)) + 1;
  clients.push({ id, name, identifier: '', website, emailDomains: [], city: '', phone: newclient_phonenumber, status: '', isInactive: false, isDeleted: false, tenantIds: [], isInternal: false, tenantField: '' });
  return { id, name };
}

function change({ id, customfields = [] }: Sent, clients: readonly HaloClient[], ignoresChanges: boolean): object | string {
  const client = clients.find((candidate) => candidate.id === id);
  if (!client) return 'The client was not found.';
  const field = customfields.find((candidate) => candidate.id === tenantFieldId || candidate.name === 'CFTenantID');
  if (field && !ignoresChanges) client.tenantField = String(field.value);
  return { id, name: client.name };
}
