import type { Locator } from 'playwright-core';
import type { Studio } from './shootPages.js';

const themes = ['default', 'dark', 'contrast'] as const;
/** The chat beside the tab, and by itself on the narrowest phone. */
const wide = { width: 1680, height: 1600 };
const narrow = { width: 320, height: 1600 };
const patienceMs = 120_000;

type Options = { readonly isLarge?: boolean };

/** Takes pictures of cards in the chat as a person comes to them. */
export type CardStudio = {
  /** `card-<name>-<theme>` in every theme; with `isLarge` also `card-<name>-default-320`. */
  readonly shoot: (message: Locator, name: string, options?: Options) => Promise<void>;
  /** Likewise of anything else in the window. */
  readonly shootPart: (part: Locator, name: string, options?: Options) => Promise<void>;
  /** Presses a button of a card and waits until the card has changed. */
  readonly press: (message: Locator, button: string) => Promise<void>;
  /** The newest message of the bot that holds the text. */
  readonly messageWith: (text: string, withinMs?: number) => Promise<Locator>;
};

export async function createCardStudio({ teams: { page }, camera }: Studio): Promise<CardStudio> {
  const cardOf = (message: Locator) => message.locator('.card').first();
  async function take(part: Locator, name: string): Promise<void> {
    // A card that has just come is drawn once more for its reader.
    await part.scrollIntoViewIfNeeded().catch(() => part.scrollIntoViewIfNeeded());
    await camera.shoot(part, name);
  }
  async function shootPart(part: Locator, name: string, { isLarge = false }: Options = {}): Promise<void> {
    for (const theme of themes) {
      await page.getByLabel('Theme').selectOption(theme);
      await take(part, `card-${name}-${theme}`);
    }
    await page.getByLabel('Theme').selectOption('default');
    if (!isLarge) return;
    await page.setViewportSize(narrow);
    await take(part, `card-${name}-default-320`);
    await page.setViewportSize(wide);
  }
  // Where there is room for one pane only it shall be the chat.
  await page.setViewportSize(narrow);
  await page.getByRole('button', { name: 'Chat', exact: true }).click();
  await page.setViewportSize(wide);
  return {
    shoot: (message, name, options) => shootPart(cardOf(message), name, options),
    shootPart,
    async press(message, button) {
      const before = await cardOf(message).innerText();
      const click = () => message.getByRole('button', { name: button, exact: true }).click();
      await click();
      for (const end = Date.now() + patienceMs; Date.now() < end; await page.waitForTimeout(50)) {
        if ((await message.getAttribute('aria-busy')) !== 'true' && (await cardOf(message).innerText()) !== before) return;
        // The app was too slow for the simulated Teams: a person presses again, and it counts once.
        if ((await message.getByRole('alert').count()) > 0) await click();
      }
      throw new Error(`The card stayed as it was after "${button}": ${before}`);
    },
    async messageWith(text, withinMs = patienceMs) {
      const messages = page.getByRole('log', { name: 'Conversation' }).getByRole('article');
      await messages.filter({ hasText: text }).last().waitFor({ timeout: withinMs });
      // By its place: it stays the same message when it says something else.
      const texts = await messages.allInnerTexts();
      return messages.nth(texts.findLastIndex((each) => each.includes(text)));
    },
  };
}
