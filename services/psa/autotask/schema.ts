import { z } from 'zod';
import { freeText } from '../../runtime/freeText.js';

const id = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);
const flag = z.union([z.boolean(), z.number()]).nullish().transform(Boolean);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).nullish().transform((items) => items ?? []);

/** GET zoneInformation?user=... */
export const zoneInformation = z.object({ url: z.string().min(1) });

export const queryPage = z.object({ items: z.array(z.unknown()), pageDetails: z.object({ nextPageUrl: z.string().nullish() }).nullish() });
export const queryCount = z.object({ queryCount: z.int().min(0) });
export const itemId = z.object({ itemId: id });

export const companyRow = z.object({
  id,
  companyName: freeText,
  companyNumber: freeText,
  companyType: z.union([z.int(), z.string()]).nullish().transform((value) => String(value ?? '')),
  isActive: flag,
  webAddress: freeText,
  city: freeText,
  phone: freeText,
  userDefinedFields: list(z.object({ name: freeText, value: z.unknown().optional() })),
});
export type CompanyRow = z.infer<typeof companyRow>;
export const oneCompany = z.object({ item: companyRow.nullable() });

export const contactRow = z.object({ id, companyID: id.nullish(), emailAddress: freeText, emailAddress2: freeText, emailAddress3: freeText });
export type ContactRow = z.infer<typeof contactRow>;
export const contactFields = Object.keys(contactRow.shape);

const picklistValue = z.object({ value: z.union([z.string(), z.int()]).transform(String), label: freeText, isDefaultValue: flag, isActive: flag });
export const fieldInformation = z.object({
  fields: z.array(z.object({ name: freeText, isRequired: flag, isReadOnly: flag, picklistValues: list(picklistValue) })),
});
export type FieldInformation = z.infer<typeof fieldInformation>['fields'];
export const udfInformation = z.object({ fields: z.array(z.object({ name: freeText })) });

export const thresholdInformation = z.object({ externalRequestThreshold: z.int().min(1), currentTimeframeRequestCount: z.int().min(0) });
export const errorBody = z.object({ errors: z.array(z.string()) });
