import type { MspCompany } from '../seed/msp.js';
import type { AutotaskQuirks } from './quirks.js';

export type Entity = { id: number } & Record<string, unknown>;

/** Autotask's tables as its API shows them, each sorted by id. */
export type Tables = { readonly Companies: Entity[]; readonly Contacts: Entity[] };

export const tenantIdUdf = 'M365 Tenant ID';
const typeNumbers = { Customer: 1, Prospect: 3, Dead: 4, Cancellation: 6, Vendor: 7, Partner: 8 } as const;
type TypeLabel = keyof typeof typeNumbers;
export const typeLabels = Object.keys(typeNumbers) as readonly TypeLabel[];

export function typeNumber(label: TypeLabel, { typeOffset = 0 }: AutotaskQuirks): number {
  return typeNumbers[label] + typeOffset;
}

/** What is deleted is gone; id 0 is the MSP itself. */
export function makeTables(companies: readonly MspCompany[], quirks: AutotaskQuirks): Tables {
  const kept = companies.filter(({ isDeleted }) => !isDeleted).sort((left, right) => left.id - right.id);
  const own: MspCompany = { id: 0, name: 'Demo MSP', identifier: '', website: 'www.demo-msp.example', emailDomains: ['demo-msp.example'], city: '', phone: '', status: 'Customer', isInactive: false, isDeleted: false, tenantIds: [] };
  return { Companies: [own, ...kept].map((company) => presentCompany(company, quirks)), Contacts: [own, ...kept].flatMap(presentContacts) };
}

function presentCompany(company: MspCompany, quirks: AutotaskQuirks): Entity {
  const label = typeLabels.find((known) => known === company.status) ?? 'Customer';
  const asText = (text: string) => (quirks.hasNumbersForTexts && /^\d+$/.test(text) ? Number(text) : text);
  return {
    id: company.id,
    companyName: company.name,
    companyNumber: asText(company.identifier),
    companyType: typeNumber(label, quirks),
    isActive: !company.isInactive,
    phone: company.phone,
    alternatePhone1: '',
    fax: '',
    webAddress: company.website,
    address1: '',
    address2: '',
    city: company.city,
    state: '',
    postalCode: asText('24103'),
    countryID: 83,
    ownerResourceID: 29682885,
    // Every ninth company is a branch of the one before.
    parentCompanyID: company.id % 9 === 8 ? company.id - 1 : null,
    territoryID: null,
    marketSegmentID: null,
    classification: null,
    companyCategoryID: 1,
    taxID: '',
    currencyID: 1,
    createDate: '2019-02-11T05:00:00.000Z',
    lastActivityDate: '2026-06-18T13:15:47.000Z',
    lastTrackedModifiedDateTime: '2026-06-18T13:15:47.000Z',
    isClientPortalActive: true,
    isTaskFireActive: false,
    userDefinedFields: [
      { name: 'Backup plan', value: null },
      { name: tenantIdUdf, value: company.tenantIds.length === 0 ? null : company.tenantIds.join(', ') },
    ],
  };
}

/** A contact for each e-mail domain; every tenth company has a former one. `isActive` is a number here. */
function presentContacts(company: MspCompany): Entity[] {
  const contact = (ordinal: number, domain: string, isActive: 0 | 1) => ({
    id: company.id * 100 + ordinal,
    companyID: company.id,
    firstName: 'Contact',
    lastName: String(ordinal),
    emailAddress: `contact.${ordinal}@${domain}`,
    emailAddress2: '',
    emailAddress3: null,
    isActive,
  });
  const former = company.id % 10 === 0 && company.id > 0 ? [contact(99, 'former-employer.example', 0)] : [];
  return [...company.emailDomains.map((domain, index) => contact(index + 1, domain, 1)), ...former];
}
