import type { AddDraft } from '../addCompany/draft.js';
import type { Language } from '../language/language.js';
import { facts, heading, localTime, makeCard, notice, paragraph, type Card, type CardElement } from './card.js';
import { commandButton, execute, openUrl } from './cardAction.js';
import { resultWords } from './resultWords.js';

/** A link by name. */
export type LinkNames = { readonly tenantName: string; readonly domain: string; readonly companyName: string; readonly psaName: string };

export type LinkedResult = LinkNames & {
  readonly decidedBy: string;
  /** ISO 8601, UTC. */
  readonly decidedAt: string;
  /** The action of the Undo button. Null: nothing was saved now, so there is nothing to undo. */
  readonly undoId: string | null;
  /** Null: no address is configured. */
  readonly nextStepUrl: string | null;
  /** '' when there is none. */
  readonly problem: string;
};

export function linkedCard(language: Language, { decidedBy, decidedAt, undoId, nextStepUrl, problem, ...names }: LinkedResult): Card {
  const words = resultWords[language];
  return makeCard(
    [
      heading(undoId !== null ? words.companyAdded : words.alreadyAdded),
      ...(problem === '' ? [] : [notice(problem)]),
      ...nameFacts(language, names),
      ...facts([[words.linkedBy, decidedBy]]),
      paragraph(localTime(decidedAt), { isSubtle: true, spacing: 'None' }),
      ...(nextStepUrl === null ? [paragraph(words.nextStep)] : []),
    ],
    [
      ...(undoId !== null ? [execute(words.undo, 'undo', { actionId: undoId }, { sendsInputs: false })] : []),
      commandButton(language, 'add company', words.addAnother),
      ...(nextStepUrl === null ? [] : [openUrl(words.connectLicenses, nextStepUrl)]),
    ],
  );
}

export function undoneCard(language: Language, names: LinkNames, { undoneBy, undoneAt }: { readonly undoneBy: string; readonly undoneAt: string }): Card {
  const words = resultWords[language];
  return makeCard(
    [heading(words.undone), paragraph(words.removedAgain), ...nameFacts(language, names), ...facts([[words.undoneBy, undoneBy]]), paragraph(localTime(undoneAt), { isSubtle: true, spacing: 'None' })],
    [commandButton(language, 'add company', words.addAnother)],
  );
}

/** The card was used before, and what it saved is no longer there. `savedAt` is null where it is not known. */
export function goneCard(language: Language, savedAt: string | null, problem: string): Card {
  const words = resultWords[language];
  return makeCard(
    [heading(words.savedEarlier), ...(problem === '' ? [] : [notice(problem)]), paragraph(words.goneSince(savedAt === null ? null : localTime(savedAt)))],
    [commandButton(language, 'add company', words.addAnother)],
  );
}

/** `Continue` brings everything back that was chosen and typed. */
export function cancelledCard(language: Language, draft: AddDraft, step: string): Card {
  const words = resultWords[language];
  return makeCard([heading(words.cancelled), paragraph(words.nothingSaved)], [execute(words.continue, 'add-resume', { ...draft, step }), commandButton(language, 'add company', words.startAgain)]);
}

function nameFacts(language: Language, { tenantName, domain, companyName, psaName }: LinkNames): CardElement[] {
  const words = resultWords[language];
  return facts([
    [words.tenant, domain === '' ? tenantName : `${tenantName} (${domain})`],
    [words.company, companyName],
    [words.psa, psaName],
  ]);
}
