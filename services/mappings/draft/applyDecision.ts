import type { DraftDecision, TenantDraft } from '../../domain/draft.js';
import type { Person } from '../../domain/organization.js';

type By = { readonly decidedBy: Person; /** ISO 8601, UTC. */ readonly decidedAt: string; /** Of the company that the decision names. */ readonly companyNameThen: string };

/** The row with the decision in it; the very same object when it says so already. */
export function applyDecision(row: TenantDraft, decision: DraftDecision, { decidedBy, decidedAt, companyNameThen }: By): TenantDraft {
  const decided = { decidedBy, decidedAt };
  switch (decision.kind) {
    case 'accept':
    case 'choose': {
      const { kind, psaConnectionId, companyId, isIncluded, savesSeen } = decision;
      const isSame = row.choice?.kind === kind && isPair(row.choice, decision) && row.choice.isIncluded === isIncluded && row.choice.savesSeen === savesSeen;
      if (isSame && row.ignored === null) return row;
      // Who picks a company has changed their mind about ignoring the tenant and rejecting that pair.
      return { ...row, choice: { kind, psaConnectionId, companyId, companyNameThen, isIncluded, savesSeen, ...decided }, ignored: null, rejected: without(row, decision) };
    }
    case 'withdraw':
      return row.choice === null ? row : { ...row, choice: null };
    case 'ignore': {
      const { reason, until } = decision;
      if (row.ignored?.reason === reason && row.ignored.until === until) return row;
      return { ...row, choice: null, ignored: { reason, until, ...decided } };
    }
    case 'stop-ignoring':
      return row.ignored === null ? row : { ...row, ignored: null };
    case 'note': {
      const { note, ...rest } = row;
      if (decision.text === (note?.text ?? '')) return row;
      return decision.text === '' ? rest : { ...rest, note: { text: decision.text, ...decided } };
    }
    case 'reject': {
      const { psaConnectionId, companyId } = decision;
      if (row.rejected.some((pair) => isPair(pair, decision))) return row;
      const choice = row.choice && isPair(row.choice, decision) ? null : row.choice;
      return { ...row, choice, rejected: [...row.rejected, { psaConnectionId, companyId, companyNameThen, ...decided }] };
    }
    case 'allow': {
      const rejected = without(row, decision);
      return rejected.length === row.rejected.length ? row : { ...row, rejected };
    }
  }
}

/** May it be merged into a row that changed since the person saw it? Pairs and notes stand for themselves, unless that very company was chosen or that very note was changed meanwhile. */
export function isMergeable(row: TenantDraft, decision: DraftDecision): boolean {
  if (decision.kind === 'allow') return true;
  if (decision.kind === 'note') return decision.seenText === (row.note?.text ?? '');
  return decision.kind === 'reject' && !(row.choice && isPair(row.choice, decision));
}

type Pair = { readonly psaConnectionId: string; readonly companyId: string };

function isPair(a: Pair, b: Pair): boolean {
  return a.psaConnectionId === b.psaConnectionId && a.companyId === b.companyId;
}

function without({ rejected }: TenantDraft, pair: Pair): TenantDraft['rejected'] {
  return rejected.filter((each) => !isPair(each, pair));
}
