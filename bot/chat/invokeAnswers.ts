import type { InvokeResponse } from 'botbuilder';
import type { Choice } from './addCompany/choices.js';
import type { Card } from './cards/card.js';

// Universal actions: the outer status is the transport's, always 200; the inner one is the card's.
const answer = (type: string, value: object | string, statusCode = 200): InvokeResponse => ({ status: 200, body: { statusCode, type, value } });

export function cardAnswer(card: Card): InvokeResponse {
  return answer('application/vnd.microsoft.card.adaptive', card);
}

/** Shown beside the card, which stays. */
export function messageAnswer(sentence: string): InvokeResponse {
  return answer('application/vnd.microsoft.activity.message', sentence);
}

export function searchAnswer(results: readonly Choice[]): InvokeResponse {
  return answer('application/vnd.microsoft.search.searchResponse', { results });
}

export function errorAnswer(statusCode: number, code: string, message: string): InvokeResponse {
  return answer('application/vnd.microsoft.error', { code, message }, statusCode);
}
