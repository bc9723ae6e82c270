import type { InvokeResponse } from 'botbuilder';
import type { Card } from '../cards/card.js';

/** A card with what a list shows of it. Both lines are plain text. */
export type Share = { readonly title: string; readonly text: string; readonly card: Card };

const cardType = 'application/vnd.microsoft.card.adaptive';
const answer = (body: object): InvokeResponse => ({ status: 200, body });

/** Results of a search, or what a link unfolds to. */
export function resultsAnswer(shares: readonly Share[]): InvokeResponse {
  const attachments = shares.map(({ title, text, card }) => ({
    contentType: cardType,
    content: card,
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: escapeHtml(title), text: escapeHtml(text) } },
  }));
  return answer({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } });
}

/** A sentence in the place of results. */
export function sentenceAnswer(text: string): InvokeResponse {
  return answer({ composeExtension: { type: 'message', text } });
}

/** Opens a dialog, or draws the open one anew. */
export function dialogAnswer(title: string, card: Card): InvokeResponse {
  return answer({ task: { type: 'continue', value: { title, width: 'medium', height: 'medium', card: { contentType: cardType, content: card } } } });
}

/** A sentence in a dialog, instead of anything else. */
export function dialogSentenceAnswer(text: string): InvokeResponse {
  return answer({ task: { type: 'message', value: text } });
}

/** Thumbnail cards take HTML. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
