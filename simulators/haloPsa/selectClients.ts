import { isTrue } from './page.js';
import type { HaloClient } from './records.js';

/** The clients that a list request asks for; inactive ones only when asked, by name unless `order=id`. */
export function selectClients(clients: readonly HaloClient[], query: URLSearchParams): HaloClient[] {
  const hasActive = query.get('includeactive')?.toLowerCase() !== 'false';
  const hasInactive = isTrue(query.get('includeinactive'));
  const search = query.get('search')?.toLowerCase() ?? '';
  const domain = query.get('domain')?.toLowerCase() ?? '';
  const selected = clients
    .filter(({ isInactive }) => (isInactive ? hasInactive : hasActive))
    .filter(({ isInternal }) => !isInternal || !isTrue(query.get('exclude_internal')))
    .filter(({ name, identifier }) => name.toLowerCase().includes(search) || identifier.toLowerCase().includes(search))
    .filter(({ emailDomains }) => !domain || emailDomains.includes(domain));
  const sign = isTrue(query.get('orderdesc')) ? -1 : 1;
  return selected.sort((left, right) => sign * (query.get('order') === 'id' ? left.id - right.id : left.name.localeCompare(right.name) || left.id - right.id));
}
