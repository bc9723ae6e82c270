import { z } from 'zod';
import { parseTenantId, type ChangeSetId, type CompanyId, type PsaConnectionId } from '../../../services/domain/ids.js';
import { undoneCard } from '../cards/resultCards.js';
import type { CardAction, ChatTools } from '../chatTools.js';
import { messageWords } from '../cards/messageWords.js';
import { ChatRefusal } from '../language/chatRefusal.js';
import type { Language } from '../language/language.js';
import { undoConflictSentence } from '../language/saveWords.js';
import { drawLink, nameLink } from './linkResult.js';

const id = z.string().min(1).max(200);
const undoSchema = z.object({ changeSetId: id, tenantId: id, psaConnectionId: id, companyId: id });

/** Takes back what a card saved. Where it can't be taken back, the card stays and says why. */
export function undoAction(tools: ChatTools): CardAction {
  return {
    verb: 'undo',
    role: 'mapper',
    async run(turn, data) {
      const { caller, language } = turn;
      const { changeSetId, key } = readUndo(language, data);
      const result = await tools.services.undoChangeSet(caller, changeSetId);
      if (result.kind === 'conflict') {
        const problem = undoConflictSentence(language, result.conflicts);
        return { kind: 'card', isResult: true, card: await drawLink(tools, turn, { ...key, saved: { changeSetId, at: null }, problem }) };
      }
      const names = await nameLink(tools, caller, key);
      return { kind: 'card', isResult: true, card: undoneCard(language, names, { undoneBy: result.isRepeat ? '' : caller.person.name, undoneAt: result.summary.at }) };
    },
  };
}

function readUndo(language: Language, data: unknown) {
  const parsed = undoSchema.safeParse(data);
  const tenantId = parsed.success ? parseTenantId(parsed.data.tenantId) : undefined;
  if (!parsed.success || !tenantId) throw new ChatRefusal('bad-request', 'the undo button has no valid data', messageWords[language].usedUpButton);
  const { changeSetId, psaConnectionId, companyId } = parsed.data;
  return { changeSetId: changeSetId as ChangeSetId, key: { tenantId, psaConnectionId: psaConnectionId as PsaConnectionId, companyId: companyId as CompanyId } };
}
