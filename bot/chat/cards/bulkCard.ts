import { heading, makeCard, paragraph, type Card } from './card.js';
import { commandButton, openUrl } from './cardAction.js';

/** Leads to the tab, where all tenants are shown at once. */
export function bulkCard({ tenantCount, waitingCount, bulkLink }: { readonly tenantCount: number; readonly waitingCount: number; readonly bulkLink: string }): Card {
  return makeCard(
    [heading('Bulk Add Company'), paragraph(waitingSentence(tenantCount, waitingCount)), paragraph('The tab proposes a company for each of them; you review and save.')],
    [openUrl('Open Bulk Add Company', bulkLink), commandButton('Status', 'status')],
  );
}

function waitingSentence(tenantCount: number, waitingCount: number): string {
  if (tenantCount === 0) return 'No Microsoft tenants are known yet. They appear after the first sync.';
  if (waitingCount === 0) return `All ${tenantCount} tenants have a company.`;
  return waitingCount === 1 ? `One of ${tenantCount} tenants has no company yet.` : `${waitingCount} of ${tenantCount} tenants have no company yet.`;
}
