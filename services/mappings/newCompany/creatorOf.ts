import type { ConnectedPsa } from '../../connections/connectionDirectory.js';
import type { PsaConnectionId } from '../../domain/ids.js';
import { remark, type Remark } from '../../domain/remark.js';
import type { CompanyCreator } from '../../psa/psaAdapter.js';
import { AppError } from '../../runtime/errors.js';
import type { MappingState } from '../readMappingState.js';

export type CreatingPsa = ConnectedPsa & { readonly creator: CompanyCreator };

/** The connection, once it is sure that a company may be created there. AppError `bad-request` says why not. */
export function creatorOf({ sources, lists }: Pick<MappingState, 'sources' | 'lists'>, psaConnectionId: PsaConnectionId): CreatingPsa {
  const psa = sources.psaConnections.find((connection) => connection.psaConnectionId === psaConnectionId);
  const refuse = (why: Remark) => new AppError('bad-request', `no company can be created in ${psaConnectionId}`, why);
  if (!psa) throw refuse(remark(`There is no PSA connection "${psaConnectionId}".`, { code: 'psa-unknown', psa: psaConnectionId }));
  if (psa.isPaused) throw refuse(remark(`${psa.name} is paused. Resume it on the Connections page first.`, { code: 'psa-paused', psa: psa.name }));
  if (!psa.adapter.companyCreator) throw refuse(remark(`Companies can't be created in ${psa.name} from here.`, { code: 'psa-creates-none', psa: psa.name }));
  const isRead = lists.runs.some(({ source, outcome }) => source.kind === 'psa-connection' && source.psaConnectionId === psaConnectionId && outcome !== 'failed');
  if (!isRead) throw refuse(remark(`The companies of ${psa.name} have not been read yet, so nobody can tell whether this one is there already. Refresh the lists first.`, { code: 'psa-unread', psa: psa.name }));
  return { ...psa, creator: psa.adapter.companyCreator };
}
