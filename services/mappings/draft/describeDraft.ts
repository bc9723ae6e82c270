import type { Decided, DraftDecision, TenantDraft } from '../../domain/draft.js';

/** A decision in a few words, as a conflict shows it. */
export function describeDecision(decision: DraftDecision, companyName: string): string {
  switch (decision.kind) {
    case 'accept':
    case 'choose':
      return decision.isIncluded ? companyName : `${companyName}, left out`;
    case 'withdraw':
      return 'No company';
    case 'ignore':
      return describeIgnored(decision);
    case 'stop-ignoring':
      return 'Not ignored';
    case 'note':
      return decision.text === '' ? 'No note' : `Note: ${decision.text}`;
    case 'reject':
      return `Not ${companyName}`;
    case 'allow':
      return `${companyName} may be offered`;
  }
}

/** What a row says now, in a few words; and who said it, null when it was taken back. */
export function describeRow({ choice, ignored, rejected }: TenantDraft): { readonly text: string; readonly decided: Decided | null } {
  if (ignored) return { text: describeIgnored(ignored), decided: ignored };
  if (choice) return { text: choice.isIncluded ? choice.companyNameThen : `${choice.companyNameThen}, left out`, decided: choice };
  const last = [...rejected].sort((a, b) => b.decidedAt.localeCompare(a.decidedAt))[0];
  return last ? { text: `Not ${last.companyNameThen}`, decided: last } : { text: 'No decision', decided: null };
}

/** The note of a row, likewise. */
export function describeNote({ note }: TenantDraft): { readonly text: string; readonly decided: Decided | null } {
  return note ? { text: `Note: ${note.text}`, decided: note } : { text: 'No note', decided: null };
}

function describeIgnored({ reason, until }: { readonly reason: string; readonly until: string | null }): string {
  return `Ignored${until === null ? '' : ` until ${until}`}${reason === '' ? '' : `: ${reason}`}`;
}
