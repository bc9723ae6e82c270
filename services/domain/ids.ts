declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** The MSP that installed the app: the `tid` of a verified token, a lower-case GUID. Bounds every query. */
export type OrgId = Id<'OrgId'>;
/** A person: the `oid` of a verified token, a lower-case GUID. */
export type UserId = Id<'UserId'>;
/** One Microsoft Partner Center account of an organization; the name its settings give it. */
export type PartnerAccountId = Id<'PartnerAccountId'>;
/** A customer's Microsoft tenant, a lower-case GUID. */
export type TenantId = Id<'TenantId'>;
/** One PSA connection of an organization; the name its settings give it. */
export type PsaConnectionId = Id<'PsaConnectionId'>;
/** A company's id in its PSA, as text. Unique within one PSA connection only. */
export type CompanyId = Id<'CompanyId'>;
/** One saved ChangeSet. */
export type ChangeSetId = Id<'ChangeSetId'>;

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Lower-cases a GUID; undefined when the text is none. Braces and spaces are not accepted. */
export function parseGuid(text: string): string | undefined {
  const lower = text.toLowerCase();
  return guid.test(lower) ? lower : undefined;
}

/** As `parseGuid`; likewise the next two. */
export function parseTenantId(text: string): TenantId | undefined {
  return parseGuid(text) as TenantId | undefined;
}

export function parseOrgId(text: string): OrgId | undefined {
  return parseGuid(text) as OrgId | undefined;
}

export function parseUserId(text: string): UserId | undefined {
  return parseGuid(text) as UserId | undefined;
}
