import { Button } from '@fluentui/react-components';
import type { NewTenant } from '../../../contracts/drift.js';
import { DomainName } from '../app/DomainName.js';
import { useTab } from '../app/useTab.js';
import { formatInstant, listOf } from '../app/wording.js';
import { texts } from './texts.js';

/** Tenants that came since, and the way to add them. `count` counts all of them. */
export function NewTenantList({ tenants, count }: { readonly tenants: readonly NewTenant[]; readonly count: number }) {
  const { canMap, goTo } = useTab();
  return (
    <section>
      <h2>{texts.newTitle(count)}</h2>
      <p className="minor">{texts.newText}</p>
      <ul className="row-list">
        {tenants.map(({ tenantId, name, domain, partnerAccountNames, firstListedAt }) => (
          <li key={tenantId}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <span className="minor block">
              <DomainName domain={domain} /> · {listOf(partnerAccountNames)} · {texts.firstListed(formatInstant(firstListedAt))}
            </span>
          </li>
        ))}
      </ul>
      {canMap && (
        <div className="button-row drift-add">
          <Button onClick={() => goTo('bulk')}>{texts.addThem}</Button>
        </div>
      )}
    </section>
  );
}
