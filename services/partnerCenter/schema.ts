import { z } from 'zod';
import { freeText } from '../runtime/freeText.js';

const header = z.object({ key: z.string(), value: z.string() });
const link = z.object({ uri: z.string(), headers: z.array(header).nullish() });

/** One page of GET /v1/customers. The items are read one by one. */
export const customersPage = z.object({
  items: z.array(z.unknown()),
  continuationToken: z.string().nullish(),
  links: z.object({ next: link.nullish() }).nullish(),
});
export type CustomersPage = z.infer<typeof customersPage>;

/** One item of the list; every other field is left out. */
export const customer = z.object({
  id: freeText,
  companyProfile: z.object({ tenantId: freeText, companyName: freeText, domain: freeText }).nullish(),
  relationshipToPartner: freeText,
});
export type Customer = z.infer<typeof customer>;

/** A refusal's body: numbers come both as numbers and as text. */
export const refusalBody = z.object({ code: freeText });

/** One page of Graph's delegatedAdminCustomers. The items are read one by one. */
export const delegatedPage = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });
export const delegatedCustomer = z.object({ id: freeText, tenantId: freeText, displayName: freeText });
/** Of Graph's findTenantInformationByDomainName. */
export const tenantInformation = z.object({ tenantId: freeText });
/** Of Graph's list of a tenant's domains. The items are read one by one. */
export const domainsPage = z.object({ value: z.array(z.unknown()) });
export const verifiableDomain = z.object({ id: freeText.transform((id) => id.toLowerCase()), isVerified: z.boolean().nullish() });
export type DelegatedCustomer = z.infer<typeof delegatedCustomer>;
