import { ArrowRight16Regular } from '@fluentui/react-icons';
import type { ChangedRow } from '../../../contracts/history.js';
import { texts } from './texts.js';

type Links = ChangedRow['before'];

/** "Fabrikam -> Contoso": what is and what becomes of it. */
export function BeforeAfter({ before, after }: { readonly before: Links; readonly after: Links }) {
  return (
    <span className="before-after">
      <LinkNames links={before} of="before" />
      <ArrowRight16Regular className="turns" aria-label={texts.becomes} role="img" />
      <LinkNames links={after} of="after" />
    </span>
  );
}

function LinkNames({ links, of }: { readonly links: Links; readonly of: 'before' | 'after' }) {
  if (links.length === 0) {
    return (
      <span className={`link-names link-${of} minor`}>
        <span>{texts.noCompany}</span>
      </span>
    );
  }
  return (
    <span className={`link-names link-${of}`}>
      {links.map(({ companyId, companyName }) => (
        <span key={companyId}>
          <bdi>{companyName}</bdi> <span className="minor">#{companyId}</span>
        </span>
      ))}
    </span>
  );
}

/** Tenants with their companies before and after. */
export function ChangedRows({ rows }: { readonly rows: readonly ChangedRow[] }) {
  return (
    <ul className="row-list">
      {rows.map(({ tenantId, tenantName, psaConnectionId, psaName, before, after }) => (
        <li key={`${tenantId}/${psaConnectionId}`}>
          <strong>
            <bdi>{tenantName}</bdi>
          </strong> <span className="minor">{psaName}</span>
          <BeforeAfter before={before} after={after} />
        </li>
      ))}
    </ul>
  );
}
