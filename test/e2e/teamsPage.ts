import type { Browser, Frame, FrameLocator, Locator, Page } from 'playwright-core';

/** The simulated Teams as a person sees it: the app's tab and the chat with its bot. */
export type TeamsPage = {
  readonly page: Page;
  readonly tab: FrameLocator;
  /** The tab's own document, for scripts that run inside it. */
  tabFrame(): Promise<Frame>;
  /** Console errors and page errors since the last call; the Teams domain list, which no test can reach, left out. */
  takeErrors(): string[];
  reload(): Promise<void>;
  chooseScope(label: 'Personal' | 'Group' | 'Channel'): Promise<void>;
  /** Sends a message and waits for the bot's next answer. */
  say(text: string): Promise<Locator>;
  close(): Promise<void>;
};

/** The window; beside the tab the chat takes 400 of its width. Still: nothing moves or fades, as for people who ask for that. */
export type TeamsView = { readonly width?: number; readonly height?: number; readonly isStill?: boolean };

/** `prepare` has the page before anything is on it. */
export async function openTeams(browser: Browser, url: string, { width = 1600, height = 900, isStill = false }: TeamsView = {}, prepare?: (page: Page) => Promise<void>): Promise<TeamsPage> {
  const context = await browser.newContext({ viewport: { width, height }, ...(isStill ? { reducedMotion: 'reduce' } : {}) });
  const page = await context.newPage();
  await prepare?.(page);
  const errors: string[] = [];
  page.on('console', (message) => {
    const isDomainList = message.location().url.includes('res.cdn.office.net') || message.text().includes('validDomains');
    if (message.type() === 'error' && !isDomainList) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  const chatIsThere = () => page.locator('[role=log][aria-busy=false]').getByRole('article').first().waitFor();
  await page.goto(url);
  await chatIsThere();
  const answers = page.getByRole('log', { name: 'Conversation' }).getByRole('article');
  return {
    page,
    tab: page.frameLocator('#tab'),
    async tabFrame() {
      const frame = await (await page.locator('#tab').elementHandle())?.contentFrame();
      if (!frame) throw new Error('the tab has no frame');
      return frame;
    },
    takeErrors: () => errors.splice(0),
    async reload() {
      await page.reload();
      await chatIsThere();
    },
    async chooseScope(label) {
      await page.getByLabel('Scope').selectOption({ label });
      await chatIsThere();
    },
    async say(text) {
      const before = await answers.count();
      await page.getByRole('textbox', { name: 'Message' }).fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
      const answer = answers.nth(before);
      await answer.waitFor();
      return answer;
    },
    close: () => context.close(),
  };
}

/** The colour behind an element as the browser computed it: red, green, blue, each 0-255. */
export async function backgroundOf(element: Locator): Promise<readonly [number, number, number]> {
  const text = await element.evaluate((node) => (globalThis as unknown as { getComputedStyle(of: unknown): { backgroundColor: string } }).getComputedStyle(node).backgroundColor);
  const [red = 0, green = 0, blue = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return [red, green, blue];
}
