import type { ConversationScope, NoticeSettings } from '../../../services/domain/notice.js';
import { noticeTopics } from '../../../services/domain/notice.js';
import { facts, heading, makeCard, notice, paragraph, plain, type Card, type CardElement } from '../cards/card.js';
import { commandButton, execute } from '../cards/cardAction.js';
import type { Language } from '../language/language.js';
import { settingsWords } from './settingsWords.js';

export type SettingsForm = {
  readonly settings: NoticeSettings;
  readonly scope: ConversationScope;
  /** '' when there is none. */
  readonly problem: string;
};

/** What a conversation is told and when, to be chosen. */
export function settingsFormCard(language: Language, { settings, scope, problem }: SettingsForm): Card {
  const words = settingsWords[language];
  const { isOn, topics, dailyAt, quiet, timeZone } = settings;
  return makeCard(
    [
      heading(words.title),
      ...(problem === '' ? [] : [notice(problem)]),
      paragraph(isOn ? `${words.isOn} ${words.audience[scope]}` : words.isOff),
      choiceSet('topics', words.whatAbout, noticeTopics.map((topic) => ({ title: words.topics[topic], value: topic })), topics.join(','), { isMultiSelect: true }),
      choiceSet('timing', words.when, [{ title: words.atOnce, value: 'at-once' }, { title: words.daily, value: 'daily' }], dailyAt === null ? 'at-once' : 'daily'),
      time('dailyAt', words.dailyAt, dailyAt ?? '08:00'),
      paragraph(words.quiet, { spacing: 'Medium' }),
      time('quietFrom', words.quietFrom, quiet?.from ?? ''),
      time('quietTo', words.quietTo, quiet?.to ?? ''),
      plain(words.timesIn(timeZone), { isSubtle: true, size: 'Small' }),
    ],
    [execute(isOn ? words.save : words.switchOn, 'notify-save', { isOn: true }, { style: 'positive' }), ...(isOn ? [execute(words.switchOff, 'notify-save', { isOn: false })] : [])],
  );
}

/** What is chosen. `mayChange`: whoever sees it may choose something else. */
export function settingsStateCard(language: Language, { settings, scope, setBy, mayChange }: { readonly settings: NoticeSettings; readonly scope: ConversationScope; readonly setBy: string; readonly mayChange: boolean }): Card {
  const words = settingsWords[language];
  const { isOn, topics, dailyAt, quiet, timeZone } = settings;
  const when = dailyAt === null ? words.atOnce : `${words.daily} (${dailyAt})`;
  const chosen: (readonly [string, string])[] = [
    [words.when, when],
    ...(dailyAt === null && quiet ? [[words.quietHours, `${quiet.from} – ${quiet.to}`] as const] : []),
    ...(setBy === '' ? [] : [[words.setBy, setBy] as const]),
  ];
  return makeCard(
    [
      heading(words.title),
      paragraph(isOn ? `${words.isOn} ${words.audience[scope]}` : words.isOff),
      ...(isOn ? [paragraph(topics.map((topic) => `- ${words.topics[topic]}`).join('\n')), ...facts(chosen), plain(words.timesIn(timeZone), { isSubtle: true, size: 'Small' })] : []),
    ],
    mayChange ? [commandButton(language, 'notify', words.change), ...(isOn ? [execute(words.switchOff, 'notify-save', { isOn: false }, { sendsInputs: false })] : [])] : [],
  );
}

function choiceSet(id: string, label: string, choices: readonly { readonly title: string; readonly value: string }[], value: string, given: CardElement = {}): CardElement {
  return { type: 'Input.ChoiceSet', id, label, style: 'expanded', choices, value, wrap: true, ...given };
}

function time(id: string, label: string, value: string): CardElement {
  return { type: 'Input.Time', id, label, ...(value === '' ? {} : { value }) };
}
