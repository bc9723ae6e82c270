import type { Clock } from '../../services/runtime/clock.js';

const windowMs = 10 * 60_000;
const maxRemembered = 1_000;

/** Teams tells of one installation by two activities, in either order: true for the first of them in a conversation. */
export function createWelcomeOnce(clock: Clock): { isFirst(conversationId: string): boolean; forget(conversationId: string): void } {
  const welcomed = new Map<string, number>();
  // A channel's threads are `<channel id>;messageid=<first message>`.
  const keyOf = (conversationId: string) => conversationId.split(';')[0] ?? '';
  return {
    isFirst(conversationId) {
      const key = keyOf(conversationId);
      const now = clock.now().getTime();
      const at = welcomed.get(key);
      if (at !== undefined && now - at < windowMs) return false;
      welcomed.delete(key);
      welcomed.set(key, now);
      const oldest = welcomed.keys().next();
      if (welcomed.size > maxRemembered && !oldest.done) welcomed.delete(oldest.value);
      return true;
    },
    forget: (conversationId) => void welcomed.delete(keyOf(conversationId)),
  };
}
