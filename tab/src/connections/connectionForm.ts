import type { ConnectionDraft, ConnectionType, ConnectionView, Participation } from '../../../contracts/connections.js';

/** What the dialog holds while somebody fills it in. */
export type ConnectionForm = {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly participation: Participation;
  /** An uploaded file; null: the one that the connection has, or none. */
  readonly fileId: string | null;
  readonly confirmedHosts: readonly string[];
};

const everything: Participation = { typeIds: null, statusIds: null };

/** Empty, or as the connection is. Secrets are never sent here, so they are always empty. */
export function formOf(type: ConnectionType, connection: ConnectionView | undefined): ConnectionForm {
  const settings = Object.fromEntries(type.fields.map(({ name }) => [name, textOf(connection?.details?.settings[name])]));
  const { typeIds = null, statusIds = null } = connection?.details?.participation ?? everything;
  return { name: connection?.name ?? '', settings, secrets: {}, participation: { typeIds: typeIds && [...typeIds], statusIds: statusIds && [...statusIds] }, fileId: null, confirmedHosts: [] };
}

export function draftOf(type: ConnectionType, connection: ConnectionView | undefined, form: ConnectionForm): ConnectionDraft {
  const secrets = Object.fromEntries(Object.entries(form.secrets).filter(([, value]) => value.trim() !== ''));
  return { source: connection?.source ?? null, typeId: type.typeId, name: form.name, settings: form.settings, secrets, participation: form.participation, fileId: form.fileId, confirmedHosts: [...form.confirmedHosts] };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
