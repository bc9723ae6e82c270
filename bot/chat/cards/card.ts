export type CardElement = Readonly<Record<string, unknown>>;
/** Plain JSON: an Adaptive Card that fits Teams (schema 1.5, at most 6 actions, under 28 KB). */
export type Card = {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardElement[];
  readonly refresh?: CardElement;
};

export function makeCard(body: readonly CardElement[], actions: readonly CardElement[] = []): Card {
  const base = { type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.5', body } as const;
  return actions.length > 0 ? { ...base, actions } : base;
}

/** For the app's own words only: Markdown is active here. */
export function heading(text: string): CardElement {
  return { type: 'TextBlock', text, size: 'Large', weight: 'Bolder', wrap: true, style: 'heading' };
}

/** For the app's own words only: Markdown and date functions are active here. */
export function paragraph(text: string, given: CardElement = {}): CardElement {
  return { type: 'TextBlock', text, wrap: true, ...given };
}

/** Teams shows it in the reader's own time. `at` is ISO 8601, UTC. */
export function localTime(at: string): string {
  const seconds = `${at.slice(0, 19)}Z`;
  return `{{DATE(${seconds}, SHORT)}} {{TIME(${seconds})}}`;
}

/** For texts with foreign names: text runs know no Markdown, no links and no mentions. */
export function plain(text: string, run: CardElement = {}): CardElement {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: shorten(text, 600), ...run }] };
}

/** "Label: value" lines, each value as it is. */
export function facts(rows: readonly (readonly [label: string, value: string])[]): CardElement[] {
  return rows.map(([label, value]) => ({
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: [{ type: 'TextRun', text: `${shorten(label, 80)}: `, weight: 'Bolder' }, { type: 'TextRun', text: shorten(value, 200) || '–' }],
  }));
}

/** What needs attention: not by colour alone. */
export function notice(sentence: string): CardElement {
  return { type: 'Container', style: 'warning', bleed: true, items: [plain(`⚠ ${sentence}`)] };
}

const unseen = /[\p{Cc}\p{Cs}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]+/gu;

/** One line without characters that nobody sees, at most `maxLength` characters and twice as many bytes. */
export function shorten(text: string, maxLength: number): string {
  const line = text.slice(0, maxLength * 8).replace(unseen, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...line];
  let bytes = 0;
  const fitting = characters.findIndex((character, index) => (bytes += Buffer.byteLength(character)) > maxLength * 2 || index >= maxLength);
  return fitting === -1 ? line : `${characters.slice(0, Math.max(0, fitting - 1)).join('').trimEnd()}…`;
}

/** For titles of choices, where some clients read Markdown and none knows text runs: links and mentions are taken apart. */
export function choiceText(text: string, maxLength: number): string {
  return shorten(text, maxLength).replaceAll('](', '] (').replaceAll(/<(?=\/?at\b)/gi, '‹') || '–';
}
