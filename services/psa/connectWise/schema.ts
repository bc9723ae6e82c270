import { z } from 'zod';
import { freeText } from '../../runtime/freeText.js';

const id = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);
const flag = z.boolean().nullish().transform((value) => value ?? false);
const reference = z.object({ id, name: freeText });
const list = <Item extends z.ZodType>(item: Item) => z.array(item).nullish().transform((items) => items ?? []);

export const companiesPath = '/company/companies';
export const contactsPath = '/company/contacts';
/** Deleted companies are in the list otherwise. */
export const notDeleted = 'deletedFlag=False';

/** GET /login/companyinfo/{companyId}; null for a company that is not known. */
export const companyInfo = z.object({ Codebase: freeText, SiteUrl: freeText }).nullable();

/** Pages are plain arrays; the rows are read one by one. */
export const rows = z.array(z.unknown());
export const count = z.object({ count: z.int().min(0) });

/** Of a change. */
export const refusal = z.object({ errors: list(z.object({ code: freeText, field: freeText })) });

export const status = z.object({ id, name: freeText, inactiveFlag: flag, defaultFlag: flag });
export type CompanyStatus = z.infer<typeof status>;
export const companyType = z.object({ id, name: freeText, vendorFlag: flag, defaultFlag: flag });
export type CompanyType = z.infer<typeof companyType>;

const userDefinedFields = {
  userDefinedField1: freeText, userDefinedField2: freeText, userDefinedField3: freeText, userDefinedField4: freeText, userDefinedField5: freeText,
  userDefinedField6: freeText, userDefinedField7: freeText, userDefinedField8: freeText, userDefinedField9: freeText, userDefinedField10: freeText,
};
export const userDefinedFieldNames = Object.keys(userDefinedFields) as readonly (keyof typeof userDefinedFields)[];

export const companyRow = z.object({
  id,
  identifier: freeText,
  name: freeText,
  status: reference.nullish(),
  types: list(reference),
  website: freeText,
  phoneNumber: freeText,
  city: freeText,
  isVendorFlag: flag,
  deletedFlag: flag,
  customFields: list(z.object({ value: z.unknown().optional() })),
  ...userDefinedFields,
});
export type CompanyRow = z.infer<typeof companyRow>;
/** What `fields` asks for. */
export const companyFields = fieldsOf(companyRow);

/** Only what decides whether a company takes part. */
export const participationRow = companyRow.pick({ id: true, status: true, types: true, isVendorFlag: true, deletedFlag: true });
export type ParticipationRow = z.infer<typeof participationRow>;
export const participationFields = fieldsOf(participationRow);

/** The other members of a custom field are kept as they came: a change sends the whole list back. */
export const companyWithFields = z.object({ id, customFields: list(z.looseObject({ caption: freeText, value: z.unknown().optional() })) });

export const contactRow = z.object({
  id,
  company: z.object({ id }).nullish(),
  communicationItems: list(z.object({ value: freeText, communicationType: freeText })),
});
export type ContactRow = z.infer<typeof contactRow>;
export const contactFields = fieldsOf(contactRow);

/** Whose contact it is, whatever became of the contact. */
export const contactOwner = z.object({ id, company: z.object({ id }).nullish() });
export const contactOwnerFields = fieldsOf(contactOwner);

/** For `fields`. Of references only the parts that are used: pages are long. */
function fieldsOf({ shape }: { readonly shape: Readonly<Record<string, unknown>> }): string {
  const parts: Readonly<Record<string, string>> = { status: 'status/id,status/name', company: 'company/id' };
  return Object.keys(shape)
    .map((name) => parts[name] ?? name)
    .join(',');
}
