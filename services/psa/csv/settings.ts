import { z } from 'zod';

/** A column by its heading; '' and absent: none. */
const column = (title: string, description: string, example: string) => z.string().trim().max(200).meta({ title, description, examples: [example] });

/** Which column holds what: also a `CompanyFileMapping`. */
export const csvSettings = z.strictObject({
  id: column('Column of the id', 'The heading over the id: one that stays the same in every file, such as the customer number.', 'Customer ID').min(1),
  name: column('Column of the name', "The heading over the company's name.", 'Company').min(1),
  website: column('Column of the website', 'Optional. The heading over the website or domain.', 'Website').optional(),
  email: column('Column of e-mail addresses', 'Optional. The heading over e-mail addresses or their domains; several in one cell are fine.', 'E-mail').optional(),
  city: column('Column of the city', 'Optional. The heading over the city.', 'City').optional(),
  phone: column('Column of the phone number', 'Optional. The heading over the phone number.', 'Phone').optional(),
  status: column('Column of the status', 'Optional. The heading over active and inactive.', 'Status').optional(),
  type: column('Column of the type', 'Optional. The heading over the kind of company.', 'Type').optional(),
  tenantId: column('Column of the Microsoft tenant id', 'Optional. The heading over tenant ids that you already know.', 'Tenant ID').optional(),
});
export type CsvSettings = z.infer<typeof csvSettings>;
