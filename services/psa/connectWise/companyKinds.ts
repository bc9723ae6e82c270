import type { CompanyKind, Participation } from '../psaAdapter.js';
import type { ConnectWiseClient } from './client.js';
import { readWholeTable } from './readTable.js';
import { companiesPath, companyType, status, type CompanyStatus, type CompanyType } from './schema.js';

export type TypesAndStatuses = { readonly types: readonly CompanyType[]; readonly statuses: readonly CompanyStatus[] };

/** Rejects unless all could be read: without them nobody can say which companies are inactive or vendors. */
export async function readTypesAndStatuses(client: ConnectWiseClient, signal: AbortSignal | undefined): Promise<TypesAndStatuses> {
  const statuses = await readWholeTable(client, 'company statuses', { path: `${companiesPath}/statuses`, schema: status, signal });
  const types = await readWholeTable(client, 'company types', { path: `${companiesPath}/types`, schema: companyType, signal });
  return { types, statuses };
}

/** Names are each instance's own, so only the flags count. */
export function toCompanyKinds({ types, statuses }: TypesAndStatuses): { readonly types: readonly CompanyKind[]; readonly statuses: readonly CompanyKind[] } {
  return {
    types: types.map(({ id, name, vendorFlag }) => ({ id, name, takesPartByDefault: !vendorFlag })),
    statuses: statuses.map(({ id, name, inactiveFlag }) => ({ id, name, takesPartByDefault: !inactiveFlag })),
  };
}

/** Ids of what takes no part: by choice, or else by the flags. */
export function leftOut(tables: TypesAndStatuses, participation: Participation | undefined): { readonly typeIds: ReadonlySet<string>; readonly statusIds: ReadonlySet<string> } {
  const { types, statuses } = toCompanyKinds(tables);
  return { typeIds: idsLeftOut(types, participation?.typeIds ?? null), statusIds: idsLeftOut(statuses, participation?.statusIds ?? null) };
}

function idsLeftOut(kinds: readonly CompanyKind[], chosen: readonly string[] | null): ReadonlySet<string> {
  return new Set(kinds.filter(({ id, takesPartByDefault }) => (chosen === null ? !takesPartByDefault : !chosen.includes(id))).map(({ id }) => id));
}
