import type { MspTenant } from '../seed/msp.js';
import type { PartnerCenterQuirks } from './quirks.js';

export function presentCustomer({ tenantId, name, domain, relationship }: MspTenant, view: 'list' | 'by-id', { omitsItemLinks = false }: PartnerCenterQuirks): object {
  const self = (uri: string) => (omitsItemLinks ? {} : { links: { self: { uri, method: 'GET', headers: [] } } });
  const profile = { tenantId, domain, companyName: name, ...self(`/customers/${tenantId}/profiles/company`), attributes: { objectType: 'CustomerCompanyProfile' } };
  const customer = { id: tenantId, companyProfile: profile, relationshipToPartner: relationship, ...self(`/customers/${tenantId}`), attributes: { objectType: 'Customer' } };
  return view === 'list' ? customer : { ...customer, allowDelegatedAccess: relationship === 'reseller', customDomains: domain ? [domain] : [] };
}
