import { choiceText, facts, heading, makeCard, notice, type Card, type CardElement } from '../cards/card.js';
import { execute } from '../cards/cardAction.js';
import type { LinkNames } from '../cards/resultCards.js';
import { resultWords } from '../cards/resultWords.js';
import type { Language } from '../language/language.js';
import { noticeWords } from './noticeWords.js';

/** One proposed link by itself, after its button in a notice could not be used. */
export function acceptCard(language: Language, { tenantName, domain, companyName, psaName }: LinkNames, { actionId, problem }: { readonly actionId: string; readonly problem: string }): Card {
  const { tenant, company, psa } = resultWords[language];
  return makeCard(
    [heading(noticeWords[language].title), notice(problem), ...facts([[tenant, domain === '' ? tenantName : `${tenantName} (${domain})`], [company, companyName], [psa, psaName]])],
    [acceptButton(language, companyName, actionId)],
  );
}

export function acceptButton(language: Language, companyName: string, actionId: string): CardElement {
  return execute(noticeWords[language].linkTo(choiceText(companyName, 40)), 'notice-accept', { actionId }, { style: 'positive', sendsInputs: false });
}
