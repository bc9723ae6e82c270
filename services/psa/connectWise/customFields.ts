import { z } from 'zod';
import { readAnswer } from '../../runtime/sourceAnswer.js';
import type { ConnectWiseClient } from './client.js';
import { system } from './discovery.js';
import { companiesPath, companyWithFields, notDeleted } from './schema.js';

/** Every company shows every custom field, the empty ones too; so one company tells. False where there is no company to tell. */
export async function findsNoField(client: ConnectWiseClient, caption: string, signal: AbortSignal | undefined): Promise<boolean> {
  const response = await client.get(companiesPath, { query: { conditions: notDeleted, fields: 'id,customFields', pageSize: '1', orderBy: 'id asc' }, signal });
  const [company] = readAnswer(response, z.array(companyWithFields), system);
  return company !== undefined && !company.customFields.some((field) => isCalled(field.caption, caption));
}

export function isCalled(caption: string, wanted: string): boolean {
  return caption.toLowerCase() === wanted.trim().toLowerCase();
}
