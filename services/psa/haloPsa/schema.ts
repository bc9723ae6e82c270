import { z } from 'zod';
import { freeText } from '../../runtime/freeText.js';

/** The API mixes number types; an id may come as text. */
const id = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);
const flag = z.union([z.boolean(), z.number()]).nullish().transform(Boolean);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).nullish().transform((items) => items ?? []);

/** GET /api/authinfo */
export const authInfo = z.object({ auth_url: freeText, tenant_id: freeText });

const recordCount = z.object({ record_count: z.int().min(0) });
export const clientsPage = recordCount.extend({ clients: z.array(z.unknown()) }).transform(({ record_count, clients }) => ({ recordCount: record_count, rows: clients }));
export const sitesPage = recordCount.extend({ sites: z.array(z.unknown()) }).transform(({ record_count, sites }) => ({ recordCount: record_count, rows: sites }));
export const usersPage = recordCount.extend({ users: z.array(z.unknown()) }).transform(({ record_count, users }) => ({ recordCount: record_count, rows: users }));

export const clientRow = z.object({
  id,
  name: freeText,
  toplevel_id: id.nullish(),
  ref: freeText,
  inactive: flag,
  website: freeText,
  domain: freeText,
  main_phonenumber: freeText,
  customer_relationship: list(z.object({ name: freeText })),
  customfields: list(z.object({ value: z.unknown().optional() })),
  azure_tenants: list(z.object({ azure_tenant_id: freeText })),
});
export type ClientRow = z.infer<typeof clientRow>;

export const siteRow = z.object({
  id,
  client_id: id.nullish(),
  emaildomain: freeText,
  azuretenantid: freeText,
  delivery_address: z.object({ line3: freeText }).nullish(),
});
export type SiteRow = z.infer<typeof siteRow>;

export const userRow = z.object({ id, client_id: id.nullish(), client_name: freeText, emailaddress: freeText, email2: freeText, email3: freeText });
export type UserRow = z.infer<typeof userRow>;

export const clientDetails = z.looseObject({ id, customfields: list(z.object({ id, name: freeText, value: z.unknown().optional() })) });
export type ClientDetails = z.infer<typeof clientDetails>;

/** The answer to a new client: the object, or a list with it. */
export const createdClient = z.preprocess((answer: unknown) => (Array.isArray(answer) ? (answer as readonly unknown[])[0] : answer), z.object({ id }));

/** GET /api/AzureADConnection: an array, one object, or an object around an array. */
const connectionRef = z.object({ id });
export const azureConnections = z.union([
  z.array(connectionRef),
  connectionRef.transform((one) => [one]),
  z.record(z.string(), z.unknown()).transform((wrapper) => Object.values(wrapper).flatMap((value) => z.array(connectionRef).safeParse(value).data ?? [])),
]);
export const azureConnection = z.object({ mappings_client: list(z.object({ client_id: id.nullish(), azure_tenant_id: freeText })) });
