import { z } from 'zod';
import { noticeTopics, type NoticeSettings } from '../../../services/domain/notice.js';
import { hasRole } from '../../../services/domain/organization.js';
import { initialSettings } from '../../../services/index.js';
import type { Card } from '../cards/card.js';
import { requireRole } from '../chatTurns.js';
import type { CardAction, ChatTools, Turn } from '../chatTools.js';
import { settingsFormCard, settingsStateCard } from './settingsCard.js';
import { settingsWords } from './settingsWords.js';

const text = z.string().max(300).catch('');
const formSchema = z.object({ isOn: z.boolean().catch(false), topics: text, timing: text, dailyAt: text, quietFrom: text, quietTo: text });
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The conversation's settings, to be chosen; for those who may not, as they are. */
export async function drawSettings({ services }: ChatTools, { caller, language, place }: Turn): Promise<Card> {
  const found = await services.getNotices(caller, place.conversationId);
  const settings = found?.settings ?? { ...initialSettings, timeZone: place.timeZone };
  if (!mayChoose({ caller, place })) return settingsStateCard(language, { settings, scope: place.scope, setBy: found?.setBy.name ?? '', mayChange: false });
  return settingsFormCard(language, { settings, scope: place.scope, problem: '' });
}

/** Switches the conversation's notices on or off; all else stays as it was chosen. */
export async function switchNotices(tools: ChatTools, turn: Turn, isOn: boolean): Promise<Card> {
  const found = await tools.services.getNotices(turn.caller, turn.place.conversationId);
  return choose(tools, turn, { ...(found?.settings ?? initialSettings), isOn, timeZone: turn.place.timeZone });
}

/** The buttons of the settings card. */
export function notifyActions(tools: ChatTools): CardAction[] {
  return [
    {
      verb: 'notify-save',
      role: 'viewer',
      async run(turn, data) {
        const form = formSchema.parse(data);
        if (!form.isOn) return { kind: 'card', isResult: true, card: await switchNotices(tools, turn, false) };
        const { settings, problem } = readForm(form, turn);
        if (problem !== '') return { kind: 'card', isResult: false, card: settingsFormCard(turn.language, { settings, scope: turn.place.scope, problem }) };
        return { kind: 'card', isResult: true, card: await choose(tools, turn, settings) };
      },
    },
  ];
}

async function choose({ services }: ChatTools, turn: Turn, settings: NoticeSettings): Promise<Card> {
  const { caller, language, place } = turn;
  if (!mayChoose(turn)) requireRole(turn, 'mapper');
  const { conversationId, scope, teamId, serviceUrl } = place;
  await services.setNotices(caller, { conversationId, scope, teamId, serviceUrl, language }, settings);
  return settingsStateCard(language, { settings, scope, setBy: caller.person.name, mayChange: true });
}

/** The own chat is everybody's own; what a whole group is told is decided by those who may map. */
function mayChoose({ caller, place }: Pick<Turn, 'caller' | 'place'>): boolean {
  return place.scope === 'personal' || hasRole(caller, 'mapper');
}

function readForm({ topics: topicsText, timing, dailyAt, quietFrom, quietTo }: z.infer<typeof formSchema>, { language, place }: Turn): { readonly settings: NoticeSettings; readonly problem: string } {
  const words = settingsWords[language];
  const topics = noticeTopics.filter((topic) => topicsText.split(',').includes(topic));
  const isDaily = timing === 'daily';
  const isQuiet = quietFrom !== '' || quietTo !== '';
  const badTimes = [...(isDaily ? [dailyAt] : []), ...(isQuiet ? [quietFrom, quietTo] : [])].filter((time) => !timeOfDay.test(time));
  // What was typed stays in the form, even where it is wrong.
  const settings = { isOn: true, topics, dailyAt: isDaily ? dailyAt : null, quiet: isQuiet ? { from: quietFrom, to: quietTo } : null, timeZone: place.timeZone };
  return { settings, problem: topics.length === 0 ? words.chooseTopic : badTimes.length > 0 ? words.badTime : '' };
}
