import type { TenantRow } from '../../../contracts/tenants.js';
import { relationshipText } from './relationshipText.js';

/** The partner accounts that list a tenant: two where there is room, else one, and how many more. */
export function AccountLines({ sources }: Pick<TenantRow, 'sources'>) {
  const more = (hidden: number) => <span title={sources.map(({ accountName }) => accountName).join(', ')}>+{hidden}</span>;
  return sources.slice(0, 2).map(({ partnerAccountId, accountName, ...source }, index) => (
    <span key={partnerAccountId} className={index === 0 ? 'account' : 'account account-second'}>
      <span className="clip" title={accountName}>
        {accountName}
      </span>
      <span className="chip">{relationshipText(source)}</span>
      {index === 0 && sources.length > 1 && <span className="more-if-small">{more(sources.length - 1)}</span>}
      {index === 1 && sources.length > 2 && more(sources.length - 2)}
    </span>
  ));
}
