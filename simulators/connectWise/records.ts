import type { MspCompany } from '../seed/msp.js';

/** ConnectWise's tables as its API shows them, each sorted by id. */
export type Records = {
  readonly companies: Row[];
  readonly statuses: readonly object[];
  readonly types: readonly object[];
  readonly contacts: readonly object[];
  readonly formerContacts: readonly object[];
};

export type Row = { id: number } & Record<string, unknown>;

type Status = { readonly id: number; readonly name: string; readonly inactiveFlag: boolean };

const types = [
  { id: 1, name: 'Customer', defaultFlag: true, vendorFlag: false, serviceAlertFlag: false },
  { id: 2, name: 'Prospect', defaultFlag: false, vendorFlag: false, serviceAlertFlag: false },
  { id: 3, name: 'Vendor', defaultFlag: false, vendorFlag: true, serviceAlertFlag: false },
] as const;

const longAgo = '2026-03-02T09:14:55Z';
type ChangeTimes = ReadonlyMap<number, string>;

/** `changedAt`: when companies were changed, by id; else long ago. `contacts`: likewise for the contacts of a company. */
export function makeRecords(companies: readonly MspCompany[], changedAt: { readonly companies?: ChangeTimes; readonly contacts?: ChangeTimes } = {}): Records {
  const sorted = [...companies].sort((left, right) => left.id - right.id);
  const statuses = makeStatuses(sorted);
  return {
    companies: sorted.map((company) => presentCompany(company, statuses.get(statusKey(company)), changedAt.companies?.get(company.id) ?? longAgo)),
    statuses: [...statuses.values()].map((status) => ({ ...status, defaultFlag: status.id === 1, notifyFlag: false, disallowSavingFlag: false, notificationMessage: '', customNoteFlag: false, cancelOpenTracksFlag: false })),
    types,
    contacts: sorted.flatMap((company) => company.emailDomains.map((domain, index) => presentContact(company, domain, { ordinal: index + 1, isFormer: false, lastUpdated: changedAt.contacts?.get(company.id) ?? longAgo }))),
    formerContacts: sorted.filter(({ id }) => id % 10 === 0).map((company) => presentContact(company, 'former-employer.example', { ordinal: 99, isFormer: true, lastUpdated: changedAt.contacts?.get(company.id) ?? longAgo })),
  };
}

// ConnectWise tells inactive companies by their status only; two statuses may have one name here.
const statusKey = ({ status, isInactive }: MspCompany) => `${status}\n${isInactive}`;

function makeStatuses(companies: readonly MspCompany[]): Map<string, Status> {
  const statuses = new Map<string, Status>([['Active\nfalse', { id: 1, name: 'Active', inactiveFlag: false }]]);
  for (const company of companies) {
    const key = statusKey(company);
    if (!statuses.has(key)) statuses.set(key, { id: statuses.size + 1, name: company.status, inactiveFlag: company.isInactive });
  }
  return statuses;
}

const reference = (id: number, name: string, href: string) => ({ id, name, _info: { [`${href}_href`]: `/company/${href}/${id}` } });

function presentCompany(company: MspCompany, status: Status | undefined, lastUpdated: string): Row {
  const type = types.find(({ name }) => name === company.status) ?? types[0];
  return {
    id: company.id,
    identifier: company.identifier,
    name: company.name,
    status: status && reference(status.id, status.name, 'status'),
    addressLine1: '',
    addressLine2: '',
    city: company.city,
    state: '',
    zip: '',
    country: null,
    phoneNumber: company.phone,
    faxNumber: '',
    website: company.website,
    territory: reference(2, 'Main', 'territory'),
    market: null,
    accountNumber: '',
    defaultContact: null,
    annualRevenue: 0,
    leadFlag: company.status === 'Prospect',
    unsubscribeFlag: false,
    isVendorFlag: type.vendorFlag,
    vendorIdentifier: '',
    taxIdentifier: '',
    site: reference(company.id, 'Main', 'site'),
    types: [reference(type.id, type.name, 'type')],
    integratorTags: [],
    ...Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`userDefinedField${index + 1}`, ''])),
    deletedFlag: company.isDeleted,
    customFields: makeCustomFields(company.tenantIds.join(', ')),
    _info: { lastUpdated, updatedBy: 'admin1', dateEntered: '2019-02-11T08:00:00Z', enteredBy: 'admin1' },
  };
}

/** Every company shows every custom field, the empty ones too. */
export function makeCustomFields(tenantIds: string): object[] {
  const field = (id: number, caption: string, value: string | null) => ({ id, caption, type: 'Text', entryMethod: 'EntryField', numberOfDecimals: 0, value });
  return [field(14, 'Tenant ID', tenantIds || null), field(15, 'Region', 'North')];
}

function presentContact(company: MspCompany, domain: string, { ordinal, isFormer, lastUpdated }: { ordinal: number; isFormer: boolean; lastUpdated: string }): object {
  const id = company.id * 100 + ordinal;
  return {
    id,
    firstName: 'Contact',
    lastName: String(ordinal),
    company: { id: company.id, identifier: company.identifier, name: company.name, _info: {} },
    inactiveFlag: isFormer,
    communicationItems: [
      { id: id * 10 + 1, type: { id: 2, name: 'Direct' }, value: company.phone, extension: '', defaultFlag: true, communicationType: 'Phone' },
      { id: id * 10 + 2, type: { id: 1, name: 'Email' }, value: `contact.${ordinal}@${domain}`, defaultFlag: true, domain: `@${domain}`, communicationType: 'Email' },
    ],
    _info: { lastUpdated },
  };
}
