import type { Remark } from '../../domain/remark.js';

/**
 * One line of a file. `row`: a tenant and one company it shall be linked to; without a company: it shall have none. `psa` is the id or the
 * name of a PSA connection, '' where the file names none. `broken`: it could not be read, for the reason that `why` gives.
 */
export type ImportLine =
  | { readonly kind: 'row'; readonly line: number; readonly tenantId: string; readonly psa: string; readonly companyId: string }
  | { readonly kind: 'broken'; readonly line: number; readonly tenantId: string; readonly why: Remark };

export type RefusedLine = { line: number } & Remark;
