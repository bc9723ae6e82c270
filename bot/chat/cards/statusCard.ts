import type { ConnectionList, MappingStatus, SourceHealth } from '../../../services/index.js';
import { facts, heading, localTime, makeCard, notice, paragraph, plain, shorten, type Card, type CardElement } from './card.js';
import { commandButton, openUrl } from './cardAction.js';

const shownSources = 12;
const stateNames = { 'never-synced': 'never synced', paused: 'paused', syncing: 'syncing now', complete: 'complete', partial: 'partial', failed: 'failed' } as const satisfies Record<SourceHealth['state'], string>;

export function statusCard({ tenants, linked, waiting }: MappingStatus, { partnerAccounts, psaConnections }: ConnectionList, bulkLink: string): Card {
  const sources = [...partnerAccounts, ...psaConnections];
  const hidden = sources.length - shownSources;
  return makeCard(
    [
      heading('Status'),
      ...facts([
        ['Microsoft tenants', String(tenants)],
        ['Linked', String(linked)],
        ['Waiting', `${waiting.matched + waiting.needsReview + waiting.unmatched} (${waiting.matched} matched, ${waiting.needsReview} to review, ${waiting.unmatched} unmatched)`],
        ...(waiting.ignored > 0 ? [['Ignored', String(waiting.ignored)] as const] : []),
      ]),
      paragraph('**Last sync**', { spacing: 'Medium' }),
      ...sources.slice(0, shownSources).flatMap(({ name, health }) => sourceLines(name, health)),
      ...(hidden > 0 ? [paragraph(`… and ${hidden} more in the tab.`)] : []),
    ],
    [openUrl('Bulk Add Company', bulkLink), commandButton('Add company', 'add company')],
  );
}

function sourceLines(name: string, { state, completeAt, rowCount, why }: SourceHealth): CardElement[] {
  return [
    ...facts([[name, `${stateNames[state]}, ${rowCount} rows`]]),
    paragraph(completeAt ? `Last complete: ${localTime(completeAt)}` : 'Never complete so far', { isSubtle: true, size: 'Small', spacing: 'None' }),
    ...(why === '' ? [] : state === 'failed' ? [notice(shorten(why, 200))] : [plain(shorten(why, 200))]),
  ];
}
