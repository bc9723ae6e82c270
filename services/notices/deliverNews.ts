import { randomUUID } from 'node:crypto';
import type { OrgId } from '../domain/ids.js';
import type { ConversationAddress, NotifiedConversation } from '../domain/notice.js';
import type { Person } from '../domain/organization.js';
import type { ConversationStore } from '../storage/ports.js';
import { factHash, type Fact } from './fact.js';
import { gatherFacts } from './gatherFacts.js';
import type { NoticePorts } from './noticePorts.js';
import { isDue, localTimeOf } from './noticeTimes.js';

/** What a conversation has not been told yet. `setBy`: who asked for it, and may have lost the right since. */
export type News = ConversationAddress & { readonly facts: readonly Fact[]; readonly setBy: Person };
/** `gone`: nothing can or may be written there any more. `later`: nothing was written; null: no time was named. */
export type DeliveryOutcome = { readonly kind: 'sent' } | { readonly kind: 'gone' } | { readonly kind: 'later'; readonly retryAfterMs: number | null };
type Deliver = (news: News) => Promise<DeliveryOutcome>;

/** A process that died while it was sending is waited for so long; nothing that is sent takes longer. */
const claimMs = 2 * 60_000;
const longestWaitMs = 60 * 60_000;
const tries = 10;

/**
 * Tells every conversation what is new to it, where now is its time: each fact once, whatever the number of processes. Whoever claims a
 * conversation by a compare-and-set is the one to write there. A process that dies between writing and noting it is the one case in
 * which something is told twice. Stops for this round when the channel asks for patience.
 */
export function deliverNews(ports: NoticePorts) {
  const gather = gatherFacts(ports);
  return async ({ orgId }: { readonly orgId: OrgId }, deliver: Deliver, signal?: AbortSignal): Promise<void> => {
    const conversations = (await ports.store.conversations.list(orgId)).filter(({ settings }) => settings.isOn);
    if (conversations.length === 0) return;
    const facts = await gather(orgId);
    for (const conversation of conversations) {
      if (signal?.aborted) return;
      const outcome = await deliverTo(ports, { orgId, conversation, facts }, deliver);
      if (outcome?.kind === 'later' && outcome.retryAfterMs !== null) return;
    }
  };
}

type Work = { readonly orgId: OrgId; readonly conversation: NotifiedConversation; readonly facts: readonly Fact[] };

async function deliverTo({ store: { conversations }, clock, logger }: NoticePorts, { orgId, conversation, facts }: Work, deliver: Deliver): Promise<DeliveryOutcome | undefined> {
  const now = clock.now();
  const { settings, claim, notBefore, dailyDay, told } = conversation;
  const isLater = (time: string | null) => time !== null && Date.parse(time) > now.getTime();
  const local = localTimeOf(now, settings.timeZone);
  if (isLater(claim?.until ?? null) || isLater(notBefore) || !isDue(settings, dailyDay, local)) return undefined;
  const knownHashes = new Set(told);
  const news = facts.filter((fact) => settings.topics.includes(fact.topic) && !knownHashes.has(factHash(fact)));
  const today = settings.dailyAt === null ? {} : { dailyDay: local.day };
  if (news.length === 0) {
    // The daily look has happened: what comes later today waits for tomorrow.
    if ('dailyDay' in today) await conversations.replace(orgId, { ...conversation, ...today, version: conversation.version + 1 });
    return undefined;
  }
  const claimId = randomUUID();
  const claimed = { ...conversation, version: conversation.version + 1, claim: { claimId, until: new Date(now.getTime() + claimMs).toISOString() } };
  if (!(await conversations.replace(orgId, claimed))) return undefined;

  const { conversationId, scope, teamId, serviceUrl, language, setBy } = conversation;
  const outcome = await deliver({ conversationId, scope, teamId, serviceUrl, language, setBy, facts: news }).catch((error: unknown): DeliveryOutcome => {
    logger.error({ err: error }, 'news could not be delivered');
    return { kind: 'later', retryAfterMs: null };
  });
  if (outcome.kind === 'gone') await conversations.remove(orgId, conversationId);
  else await settle(conversations, orgId, conversationId, (current) => ({ ...current, ...afterwards(current, outcome, { facts, news, now, toldBefore: knownHashes }), ...(outcome.kind === 'sent' ? today : {}), claim: current.claim?.claimId === claimId ? null : current.claim }));
  logger.info({ outcome: outcome.kind, scope, facts: news.length }, 'news delivered');
  return outcome;
}

type Delivered = { readonly facts: readonly Fact[]; readonly news: readonly Fact[]; readonly now: Date; readonly toldBefore: ReadonlySet<string> };

function afterwards({ told, failures }: NotifiedConversation, outcome: DeliveryOutcome, { facts, news, now, toldBefore }: Delivered): Pick<NotifiedConversation, 'told' | 'failures' | 'notBefore'> {
  if (outcome.kind !== 'later') {
    // What is no longer true need not be remembered; when it comes back it is news.
    const current = new Set(facts.map(factHash));
    return { told: [...new Set([...told.filter((hash) => current.has(hash) || !toldBefore.has(hash)), ...news.map(factHash)])], failures: 0, notBefore: null };
  }
  const waitMs = outcome.retryAfterMs ?? Math.min(longestWaitMs, 60_000 * 2 ** Math.min(failures, 10));
  return { told, failures: failures + 1, notBefore: new Date(now.getTime() + waitMs).toISOString() };
}

/** Whoever changed the settings meanwhile keeps what they set. */
async function settle(conversations: ConversationStore, orgId: OrgId, conversationId: string, change: (current: NotifiedConversation) => NotifiedConversation): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const current = await conversations.read(orgId, conversationId);
    if (!current || (await conversations.replace(orgId, { ...change(current), version: current.version + 1 }))) return;
  }
  throw new Error('a conversation was changed by others again and again');
}
