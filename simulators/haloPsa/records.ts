import type { MspCompany } from '../seed/msp.js';

export type HaloClient = MspCompany & {
  /** The instance's own client, such as "Unknown". */
  readonly isInternal: boolean;
  /** What was stored in the custom field through the API. */
  tenantField: string;
};

export const tenantFieldId = 151;

const connectionId = 3;
const siteId = (company: MspCompany) => company.id * 10 + 1;

/** Deleted companies are gone for good in HaloPSA; every instance has a client for what belongs to nobody. */
export function makeClients(companies: readonly MspCompany[]): HaloClient[] {
  const kept = companies.filter(({ isDeleted }) => !isDeleted).map((company) => ({ ...company, isInternal: false, tenantField: '' }));
  const id = companies.reduce((highest, company) => Math.max(highest, company.id), 0) + 1;
  const unknown = { id, name: 'Unknown', identifier: '', website: '', emailDomains: [], city: '', phone: '', status: '', isInactive: false, isDeleted: false, tenantIds: [], isInternal: true, tenantField: '' };
  return [...kept, unknown];
}

export function presentClient(client: HaloClient, { hasTenants, hasLogo, hasFields }: { hasTenants: boolean; hasLogo: boolean; hasFields: boolean }): object {
  return {
    id: client.id,
    name: client.name,
    toplevel_id: 1,
    toplevel_name: client.isInternal ? 'Internal' : 'Customers',
    inactive: client.isInactive,
    colour: '#2196f3',
    ref: client.identifier,
    trading_name: '',
    website: client.website,
    domain: client.emailDomains.find((domain) => client.website.toLowerCase().includes(domain)) ?? '',
    main_site_id: siteId(client),
    main_site_name: 'Main',
    main_phonenumber: client.phone,
    main_contact_name: '',
    accountsemailaddress: '',
    accountsid: '',
    is_vip: false,
    customertype: 0,
    customer_relationship: client.status ? [{ id: 1, name: client.status }] : [],
    connectwiseid: 0,
    autotaskid: 0,
    external_links: [],
    customfields: hasFields ? [{ id: 150, name: 'CFRegion', label: 'Region', type: 0, value: 'North' }, { id: tenantFieldId, name: 'CFTenantID', label: 'Tenant ID', type: 0, value: client.tenantField }] : [],
    ...(hasLogo ? { logo: `data:image/png;base64,${'A'.repeat(4096)}` } : {}),
    ...(hasTenants ? { azure_tenants: presentTenants(client) } : {}),
  };
}

export function presentTenants(client: MspCompany): object[] {
  return client.tenantIds.map((tenantId, index) => ({
    id: client.id * 10 + index,
    details_id: connectionId,
    client_id: client.id,
    client_name: client.name,
    azure_tenant_id: tenantId,
    azure_tenant_name: client.name,
    azure_tenant_domain: client.emailDomains[0] ?? '',
    licence_import_type: 0,
    relationship_type: 0,
  }));
}

export function presentUsers(client: MspCompany): object[] {
  return client.emailDomains.map((domain, index) => ({
    id: client.id * 100 + index + 1,
    name: `Contact ${index + 1}`,
    firstname: 'Contact',
    surname: String(index + 1),
    emailaddress: `contact.${index + 1}@${domain}`,
    email2: '',
    email3: '',
    site_id: siteId(client),
    client_id: client.id,
    client_name: client.name,
    inactive: false,
  }));
}

/** The city is the third line of the address, as HaloPSA's own forms have it. */
export function presentSite(client: MspCompany): object {
  return {
    id: siteId(client),
    name: 'Main',
    client_id: client.id,
    client_name: client.name,
    inactive: client.isInactive,
    phonenumber: client.phone,
    emaildomain: client.emailDomains[0] ?? '',
    todomain: '',
    azuretenantid: client.tenantIds[0] ?? '',
    delivery_address: { line1: '', line2: '', line3: client.city, line4: '', postcode: '' },
  };
}

/** How the connection to Microsoft's customer tenants is shown; with `mappings` the tenants that clients are tied to. */
export function presentAzureConnection(clients: readonly MspCompany[], hasMappings: boolean): object {
  return { id: connectionId, name: 'Microsoft CSP', type: 2, ...(hasMappings ? { mappings_client: clients.flatMap(presentTenants) } : {}) };
}
