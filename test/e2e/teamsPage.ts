import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

/** The simulated Teams as a person sees it: the app's tab and the chat with its bot. */
export type TeamsPage = {
  readonly page: Page;
  readonly tab: FrameLocator;
  /** Console errors and page errors so far; those of the unreachable Teams domain list left out. */
  readonly errors: string[];
  /** Sends a message and waits for the bot's next answer. */
  say(text: string): Promise<Locator>;
  latestAnswer(): Locator;
  close(): Promise<void>;
};

export async function openTeams(browser: Browser, url: string, width = 1600): Promise<TeamsPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.includes('res.cdn.office.net') && !/validDomains|ERR_(NAME|INTERNET|CONNECTION|PROXY|TUNNEL)/.test(message.text())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  const answers = page.getByRole('log', { name: 'Conversation' }).getByRole('article');
  return {
    page,
    tab: page.frameLocator('#tab'),
    errors,
    async say(text) {
      const before = await answers.count();
      await page.getByRole('textbox', { name: 'Message' }).fill(text);
      await page.getByRole('button', { name: 'Send' }).click();
      const answer = answers.nth(before);
      await answer.waitFor();
      return answer;
    },
    latestAnswer: () => answers.last(),
    close: () => context.close(),
  };
}
