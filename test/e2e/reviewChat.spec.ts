import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import type { TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

/** Two people in one group chat: what one decides or takes back, the other sees on the same card. The steps build on each other. */
describe('the review in a browser', function () {
  this.timeout(120_000);
  this.bail(true);
  let admin: TeamsPage;
  let mapper: TeamsPage;
  let review: Locator;
  let tenant = '';

  useDemo({}, async ({ teams, open }) => {
    admin = teams;
    await admin.chooseScope('Group');
    mapper = await open();
    await mapper.page.getByLabel('Signed in as').selectOption({ label: 'Demo Mapper (mapper)' });
    await mapper.chooseScope('Group');
  });

  const cards = ({ page }: TeamsPage, text: string) => page.getByRole('log', { name: 'Conversation' }).getByRole('article').filter({ hasText: tenant }).filter({ hasText: text });
  const press = (message: Locator, button: string) => message.getByRole('button', { name: button, exact: true }).click();

  it('deals the surest tenant first', async () => {
    review = await admin.say('unmapped');
    await review.getByText('Which company is this?').waitFor();
    const line = await review.locator('.ac-richTextBlock').filter({ hasText: 'Microsoft tenant:' }).innerText();
    tenant = line.replace(/^Microsoft tenant:\s*/, '').replace(/ \([^()]*\)$/, '');
    expect(Number(/(\d+)% sure/.exec(await review.innerText())?.[1])).to.be.greaterThan(95);
  });

  it('opens that very tenant in the tab', async () => {
    await review.getByRole('link', { name: 'Open in tab' }).click();
    const find = admin.tab.getByRole('searchbox', { name: /^Find/ });
    await find.waitFor();
    expect(await find.inputValue()).to.equal(tenant);
    await admin.tab.getByRole('rowheader', { name: tenant }).first().waitFor();
  });

  it('shows everybody who decided, and deals the next one once', async () => {
    const theirs = cards(mapper, 'Which company is this?');
    await theirs.waitFor();
    await press(theirs, 'Ignore');
    await review.getByText('Demo Mapper').waitFor();
    await review.getByText('Ignored', { exact: true }).waitFor();
    await admin.page.getByRole('log', { name: 'Conversation' }).getByText('Which company is this?').waitFor();
  });

  it('takes it back for everybody, and says who did', async () => {
    await press(review, 'Undo');
    const theirs = cards(mapper, 'This tenant is no longer ignored.');
    await theirs.getByText('Demo Admin').waitFor();
    await theirs.getByRole('button', { name: `Decide: ${tenant}`.slice(0, 30) }).waitFor();
    expect(await cards(admin, 'Ignored by').count()).to.equal(0);
  });
});
