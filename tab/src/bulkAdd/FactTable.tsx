import { CheckmarkCircle16Regular, Info16Regular, Warning16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import type { TenantRow } from '../../../contracts/tenants.js';
import { CopyButton } from '../app/CopyButton.js';
import { DomainName } from '../app/DomainName.js';
import { compareFacts, type FactPair, type Likeness } from './compareFacts.js';
import { relationshipText } from './relationshipText.js';
import { texts } from './texts.js';

const icons = { same: CheckmarkCircle16Regular, near: Info16Regular, differs: Warning16Regular } as const satisfies Record<Exclude<Likeness, 'unknown'>, unknown>;

/** The facts of a tenant beside those of the company that it has or may get; of the tenant alone where there is none. */
export function FactTable({ tenant, company }: { readonly tenant: TenantRow; readonly company: CompanyView | undefined }) {
  const pairs = compareFacts(tenant, company ?? { name: '', website: '' });
  return (
    <table className="compare">
      <thead>
        <tr>
          <td />
          <th scope="col">{texts.columns.tenant}</th>
          {company && <th scope="col">{texts.columns.company}</th>}
        </tr>
      </thead>
      <tbody>
        {pairs.map(({ fact, tenant: ours, company: theirs, likeness }) => {
          const Icon = likeness === 'unknown' ? undefined : icons[likeness];
          return (
            <tr key={fact}>
              <th scope="row">{texts.facts[fact]}</th>
              <td>{factText(fact, ours)}</td>
              {company && (
                <td className={`is-${likeness}`}>
                  {factText(fact, theirs)}
                  {Icon && (
                    <span className="likeness">
                      <Icon aria-hidden /> {texts.likeness[likeness]}
                    </span>
                  )}
                </td>
              )}
            </tr>
          );
        })}
        {company && company.city !== '' && (
          <tr>
            <th scope="row">{texts.facts.city}</th>
            <td>{texts.unknown}</td>
            <td>{company.city}</td>
          </tr>
        )}
        <tr>
          <th scope="row">{texts.facts.id}</th>
          <td className="guid">
            {tenant.tenantId} <CopyButton text={tenant.tenantId} of={tenant.name} />
          </td>
          {company && <td>{[`#${company.companyId}`, company.identifier === company.companyId ? '' : company.identifier].filter(Boolean).join(' · ')}</td>}
        </tr>
        <tr>
          <th scope="row">{texts.facts.from}</th>
          <td>
            {tenant.sources.map(({ partnerAccountId, accountName, ...source }) => (
              <span key={partnerAccountId} className="block">
                {accountName} <span className="chip">{relationshipText(source)}</span>
              </span>
            ))}
          </td>
          {company && <td>{[company.psaName, company.status].filter(Boolean).join(' · ')}</td>}
        </tr>
      </tbody>
    </table>
  );
}

function factText(fact: FactPair['fact'], value: string): ReactNode {
  if (value === '') return texts.unknown;
  return fact === 'domain' ? <DomainName domain={value} /> : value;
}
