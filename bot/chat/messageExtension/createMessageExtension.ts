import type { InvokeResponse, TurnContext } from 'botbuilder';
import { toAppError } from '../../../services/runtime/errors.js';
import type { Role } from '../../../services/domain/organization.js';
import type { ChatTools, Turn } from '../chatTools.js';
import { failureCard, type ChatTurns } from '../chatTurns.js';
import { errorSentence } from '../language/errorWords.js';
import { languageOf } from '../language/language.js';
import { dialogSentenceAnswer, resultsAnswer, sentenceAnswer } from './extensionAnswers.js';
import { extensionWords } from './extensionWords.js';
import { openLinkDialog, submitLinkDialog } from './linkDialog.js';
import { searchExtension } from './searchExtension.js';
import { unfurlLink } from './unfurlLink.js';

type Invoke = { readonly role: Role; readonly fail: (sentence: string) => InvokeResponse; readonly run: (turn: Turn, value: unknown) => Promise<InvokeResponse> };
/** Undefined: the invoke is none of the message extension's. Never rejects: what goes wrong is answered with a sentence. */
export type MessageExtension = (context: TurnContext, invoke: { readonly name?: string | undefined; readonly value?: unknown }) => Promise<InvokeResponse> | undefined;

/** The manifest's `composeExtensions`: searches whose results can be shared, "Link this tenant" on a message, and what the app's links unfold to. */
export function createMessageExtension(tools: ChatTools, turns: ChatTurns): MessageExtension {
  const linkDialog = { role: 'mapper', fail: dialogSentenceAnswer } as const;
  const invokes: Readonly<Record<string, Invoke>> = {
    'composeExtension/query': {
      role: 'viewer',
      fail: sentenceAnswer,
      async run(turn, value) {
        const { query, shares } = await searchExtension(tools, turn, value);
        const { noneFit, nothingYet } = extensionWords[turn.language];
        return shares.length > 0 ? resultsAnswer(shares) : sentenceAnswer(query === '' ? nothingYet : noneFit(query));
      },
    },
    'composeExtension/queryLink': {
      role: 'viewer',
      // A link that can't be unfolded stays a link; a sentence would stand in the way of what the person writes.
      fail: () => ({ status: 200, body: {} }),
      async run(turn, value) {
        const share = await unfurlLink(tools, turn, value);
        return share ? resultsAnswer([share]) : { status: 200, body: {} };
      },
    },
    'composeExtension/fetchTask': { ...linkDialog, run: (turn, value) => openLinkDialog(tools, turn, value) },
    'composeExtension/submitAction': { ...linkDialog, run: (turn, value) => submitLinkDialog(tools, turn, value) },
  };

  return (context, { name = '', value }) => {
    const invoke = Object.hasOwn(invokes, name) ? invokes[name] : undefined;
    return invoke && answer(context, invoke, value);
  };

  async function answer(context: TurnContext, { role, fail, run }: Invoke, value: unknown): Promise<InvokeResponse> {
    try {
      return await run(turns.turnOf(context, role), value);
    } catch (thrown) {
      const language = languageOf(context.activity.locale);
      // For the log.
      failureCard(language, thrown);
      return fail(errorSentence(language, toAppError(thrown)));
    }
  }
}
