import { companyFileFields, type CompanyFileField, type CompanyFileMapping } from '../companyFile.js';

/** What columns are often called; the first that fits wins. Compared without case, spaces and signs. */
const usualHeadings: Readonly<Record<CompanyFileField, readonly string[]>> = {
  id: ['id', 'externalid', 'companyid', 'customerid', 'clientid', 'accountid', 'recid', 'customernumber', 'companynumber', 'accountnumber', 'customerno', 'number', 'kundennummer', 'kundennr', 'identifier'],
  name: ['name', 'company', 'companyname', 'customer', 'customername', 'client', 'clientname', 'account', 'accountname', 'businessname', 'organization', 'organisation', 'firma', 'firmenname', 'kunde'],
  website: ['website', 'web', 'webaddress', 'url', 'homepage', 'domain', 'domains', 'internet'],
  email: ['email', 'emails', 'emailaddress', 'emaildomain', 'emaildomains', 'mail', 'primaryemail'],
  city: ['city', 'town', 'ort', 'stadt', 'ville', 'ciudad'],
  phone: ['phone', 'phonenumber', 'telephone', 'tel', 'telefon'],
  status: ['status', 'active', 'isactive', 'state', 'aktiv', 'inactive', 'disabled'],
  type: ['type', 'companytype', 'customertype', 'category', 'typ'],
  tenantId: ['tenantid', 'microsofttenantid', 'm365tenantid', 'azuretenantid', 'tenant'],
};

/** Each column is taken once; fields without a usual heading stay open. */
export function guessMapping(headings: readonly string[]): CompanyFileMapping {
  const free = new Map(headings.map((heading) => [plain(heading), heading]));
  const found = companyFileFields.map((field) => {
    const key = usualHeadings[field].find((usual) => free.has(usual));
    const heading = key === undefined ? undefined : free.get(key);
    if (key !== undefined) free.delete(key);
    return [field, heading] as const;
  });
  return Object.fromEntries(found.filter(([, heading]) => heading !== undefined));
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
