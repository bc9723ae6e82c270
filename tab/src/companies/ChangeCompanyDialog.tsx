import { useCallback } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import type { MappingView } from '../../../contracts/mappings.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { useLayout } from '../app/useLayout.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { CompanySearch } from '../companyPicker/CompanySearch.js';
import { useSuggestion } from '../companyPicker/useSuggestion.js';
import { texts } from './texts.js';

type Props = {
  readonly mapping: Pick<MappingView, 'tenantId' | 'tenantName' | 'psaConnectionId' | 'psaName' | 'companyId' | 'companyName'>;
  /** `isOnlyLink`: the tenant is known to have no other. */
  readonly onPick: (company: CompanyView, isOnlyLink: boolean) => void;
  readonly onClose: () => void;
};

/** Corrects a wrong link in one step: the company picked takes the old one's place. */
export function ChangeCompanyDialog({ mapping, onPick, onClose }: Props) {
  const { tenantId, tenantName, companyName, psaName, psaConnectionId, companyId } = mapping;
  const { api } = useTab();
  // The page may show only some of the tenant's links. Until they are known the careful way is taken.
  const loadLinks = useCallback((signal: AbortSignal) => api.call('listMappings', { query: tenantId, limit: 1000 }, { signal }), [api, tenantId]);
  const links = useLoad(loadLinks).data?.mappings.filter((link) => link.tenantId === tenantId);
  const suggestion = useSuggestion(tenantId, psaConnectionId);
  const isSheet = useLayout() === 'narrow';
  const pick = (company: CompanyView) => (company.companyId === companyId ? onClose() : onPick(company, links?.length === 1));
  return (
    <ModalDialog title={texts.changeTitle(tenantName)} className={`picker picker-tall ${isSheet ? 'sheet' : ''}`} onClose={onClose}>
      <p className="picker-text">{texts.changeText(companyName, psaName)}</p>
      <CompanySearch label={texts.newCompany} isListOnly psaConnectionId={psaConnectionId} candidates={suggestion.kind === 'found' ? suggestion.candidates : []} chosen={mapping} onPick={pick} />
    </ModalDialog>
  );
}
