import { countOf } from '../app/wording.js';

export const texts = {
  lists: (tenants: number, companies: number) => `${countOf(tenants, 'tenant')}, ${countOf(companies, 'company', 'companies')}`,
  updated: (ago: string) => `updated ${ago}`,
  never: 'The lists of tenants and companies have not been read yet.',
  firstTime: 'The lists of tenants and companies are being read for the first time.',
  reading: (names: string) => `Reading now: ${names}`,
  neverOne: (name: string) => `${name}: not read yet.`,
  partial: (name: string, why: string) => `${name}: only a part of the list came. ${why}`.trim(),
  failed: (name: string, why: string) => `${name}: could not be read, so the list may be old. ${why}`.trim(),
  noSources: 'No Partner Center account and no PSA is connected yet. Ask an administrator to connect them in the settings.',
  noAccounts: 'No Partner Center account is connected yet.',
  noPsas: 'No PSA is connected yet.',
  refresh: 'Refresh',
  refreshing: (name: string, done: number, total: number) => (total > 0 ? `Reading ${name}: ${done} of ${total}` : `Reading ${name}: ${done}`),
  refreshStarts: 'Reading the lists…',
  refreshed: 'The lists are up to date.',
  cancel: 'Cancel',
} as const;
