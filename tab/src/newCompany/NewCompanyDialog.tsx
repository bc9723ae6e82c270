import './newCompany.css';
import { useCallback } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { Spinner } from '../app/Spinner.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { NewCompanyForm } from './NewCompanyForm.js';
import { texts } from './texts.js';

type Props = {
  readonly tenant: { readonly tenantId: string; readonly name: string };
  readonly psaConnectionId: string;
  /** A company that was there, or the new one: it is chosen for the tenant. */
  readonly onChosen: (company: CompanyView) => void;
  readonly onClose: () => void;
};

/** Creates a company in the PSA from a tenant, after a look at those that may be it already. */
export function NewCompanyDialog({ tenant, psaConnectionId, onChosen, onClose }: Props) {
  const { api, connections } = useTab();
  const announce = useAnnounce();
  const { tenantId } = tenant;
  const load = useCallback((signal: AbortSignal) => api.call('prepareNewCompany', { tenantId, psaConnectionId }, { signal }), [api, tenantId, psaConnectionId]);
  const { data, error, reload } = useLoad(load);
  const psaName = connections.psaConnections.find((psa) => psa.psaConnectionId === psaConnectionId)?.name ?? psaConnectionId;
  return (
    <ModalDialog title={texts.title(psaName, tenant.name)} onClose={onClose} className="new-company-dialog">
      {error && <ErrorNotice error={error} onRetry={reload} />}
      {!data && !error && <Spinner label={texts.loading(psaName)} className="page-spinner" />}
      {data && (
        <NewCompanyForm
          given={data}
          tenantId={tenantId}
          psaConnectionId={psaConnectionId}
          onUse={onChosen}
          onCreated={(company, psa) => {
            announce(texts.created(company.name, psa));
            onChosen(company);
          }}
          onClose={onClose}
        />
      )}
    </ModalDialog>
  );
}
