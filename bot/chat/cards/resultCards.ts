import type { AddDraft } from '../addCompany/draft.js';
import { facts, heading, localTime, makeCard, notice, paragraph, type Card, type CardElement } from './card.js';
import { commandButton, execute, openUrl } from './cardAction.js';

/** A link by name. */
export type LinkNames = { readonly tenantName: string; readonly domain: string; readonly companyName: string; readonly psaName: string };

export type LinkedResult = LinkNames & {
  readonly decidedBy: string;
  /** ISO 8601, UTC. */
  readonly decidedAt: string;
  /** What Undo sends back. Null: nothing was saved now, so there is nothing to undo. */
  readonly undo: { readonly changeSetId: string; readonly tenantId: string; readonly psaConnectionId: string; readonly companyId: string } | null;
  /** Null: no address is configured. */
  readonly nextStepUrl: string | null;
  /** '' when there is none. */
  readonly problem: string;
};

export function linkedCard({ decidedBy, decidedAt, undo, nextStepUrl, problem, ...names }: LinkedResult): Card {
  return makeCard(
    [
      heading(undo ? 'Company added' : 'Already added'),
      ...(problem === '' ? [] : [notice(problem)]),
      ...nameFacts(names),
      ...facts([['Linked by', decidedBy]]),
      paragraph(localTime(decidedAt), { isSubtle: true, spacing: 'None' }),
      ...(nextStepUrl === null ? [paragraph('Next: connect licenses to a billing profile for this company in your billing tool.')] : []),
    ],
    [
      ...(undo ? [execute('Undo', 'undo', undo, { sendsInputs: false })] : []),
      commandButton('Add another', 'add company'),
      ...(nextStepUrl === null ? [] : [openUrl('Connect licenses to billing profile', nextStepUrl)]),
    ],
  );
}

/** `undoneBy` is '' where it was undone before, perhaps by someone else. */
export function undoneCard(names: LinkNames, { undoneBy, undoneAt }: { readonly undoneBy: string; readonly undoneAt: string }): Card {
  const who = undoneBy === '' ? [] : facts([['Undone by', undoneBy]]);
  return makeCard(
    [heading('Undone'), paragraph('This link was removed again:'), ...nameFacts(names), ...who, paragraph(localTime(undoneAt), { isSubtle: true, spacing: 'None' })],
    [commandButton('Add another', 'add company')],
  );
}

/** The card was used before, and what it saved is no longer there. `savedAt` is null where it is not known. */
export function goneCard(savedAt: string | null, problem: string): Card {
  const when = savedAt === null ? 'before' : `on ${localTime(savedAt)}`;
  return makeCard(
    [heading('Saved earlier'), ...(problem === '' ? [] : [notice(problem)]), paragraph(`This card saved a link ${when}. The link was undone or changed since.`)],
    [commandButton('Add another', 'add company')],
  );
}

/** `Continue` brings everything back that was chosen and typed. */
export function cancelledCard(draft: AddDraft, step: string): Card {
  return makeCard([heading('Cancelled'), paragraph('Nothing was saved.')], [execute('Continue', 'add-resume', { ...draft, step }), commandButton('Start again', 'add company')]);
}

function nameFacts({ tenantName, domain, companyName, psaName }: LinkNames): CardElement[] {
  return facts([
    ['Microsoft tenant', domain === '' ? tenantName : `${tenantName} (${domain})`],
    ['PSA company', companyName],
    ['PSA', psaName],
  ]);
}
