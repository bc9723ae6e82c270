import { expect } from 'chai';
import { keyboardPerson } from './keyboardPerson.js';
import type { TeamsPage } from './teamsPage.js';
import { useDemo } from './useDemo.js';

/** The job from end to end without a pointer, tab and chat. The steps build on each other. */
describe('the seed story by keyboard alone', function () {
  this.timeout(120_000);
  this.bail(true);
  let teams: TeamsPage;
  let person: ReturnType<typeof keyboardPerson>;
  let added = 0;
  useDemo({}, (opened) => {
    ({ teams } = opened);
    person = keyboardPerson(teams);
  });

  const said = (text: string | RegExp) => teams.tab.getByText(text).first();
  const goTo = (name: string | RegExp, key?: 'Tab' | 'Shift+Tab') => person.goTo(name, key);
  /** Comes to it and presses Enter. */
  const enter = async (name: string | RegExp, key?: 'Tab' | 'Shift+Tab') => {
    await goTo(name, key);
    await person.press('Enter');
  };

  it('opens Bulk Add Company and lets auto-map propose', async () => {
    await said('No company is added yet').waitFor();
    await enter('Bulk Add Company');
    await teams.tab.getByRole('row').nth(1).waitFor();
    await enter(/^Attempt Auto-Map/);
    await said(/Auto-map: \d+ matched, \d+ need review, \d+ unmatched/).waitFor();
  });

  it('picks the company of a yellow row from the search', async () => {
    await goTo(/^All [\d,]+$/);
    for (let count = 0; !(await person.focus()).name.startsWith('Unmatched'); count += 1) {
      expect(count, 'tabs').to.be.below(8);
      await person.press('ArrowRight');
    }
    const frame = await teams.tabFrame();
    const isInGrid = () => frame.evaluate<boolean>(`document.activeElement.closest('[role=grid]') !== null`);
    for (let count = 0; !(await isInGrid()); count += 1) {
      expect(count, 'presses to come to the list').to.be.below(20);
      await person.press('Tab');
    }
    const tenant = await frame.evaluate<string>(`document.activeElement.closest('[role=row]').querySelector('[role=rowheader]').innerText.split('\\n')[0]`);
    await person.press('/');
    const picker = teams.tab.getByRole('dialog', { name: `PSA company for ${tenant}` });
    await picker.getByRole('option').first().waitFor();
    await person.press('ArrowDown', 'Enter');
    await picker.waitFor({ state: 'detached' });
    await said('Chosen by you').waitFor();
    expect(await isInGrid()).to.equal(true);
  });

  it('reviews and saves, and hears what was done', async () => {
    await person.press('Control+Enter');
    await teams.tab.getByRole('dialog', { name: /^Save [\d,]+ mappings\?$/ }).waitFor();
    await enter(/^Save [\d,]+ mappings$/);
    await said(/Saved: \d+ added, 0 changed, 0 removed, 0 skipped\./).waitFor();
    added = Number(/Saved: (\d+) added/.exec(await said(/Saved: \d+ added/).innerText())?.[1]);
    expect(added).to.be.greaterThan(100);
  });

  it('adds one company in the tab', async () => {
    await enter('Back to Company page', 'Shift+Tab');
    await said(new RegExp(`of ${added} added companies`)).waitFor();
    await enter('Add company');
    await teams.tab.getByRole('heading', { name: 'Company Details' }).waitFor();
    for (const name of ['PSA company', 'Customer tenant']) {
      await goTo(name);
      await person.press('ArrowDown');
      await teams.tab.getByRole('listbox').getByRole('option').first().waitFor();
      await person.press('ArrowDown', 'Enter');
    }
    await enter('Save');
    await teams.tab.getByRole('heading', { name: / is linked to / }).waitFor();
    added += 1;
  });

  it('adds one company through the chat, and undoes it', async () => {
    await goTo('Message');
    await person.type('add company');
    await person.press('Enter');
    const card = teams.page.getByRole('article').filter({ has: teams.page.getByRole('combobox', { name: 'PSA company' }) }).last();
    await card.waitFor();
    await goTo('PSA', 'Shift+Tab');
    await person.press('ArrowDown');
    for (const name of ['PSA company', 'Customer tenant']) {
      await goTo(name);
      await person.press('ArrowDown');
      await teams.page.getByRole('listbox').getByRole('option').first().waitFor();
      await person.press('ArrowDown', 'Enter');
    }
    await enter('Save');
    const kept = teams.page.getByRole('article').filter({ hasText: 'Company added' });
    await kept.waitFor();
    await enter('Undo');
    await teams.page.getByRole('article').filter({ hasText: 'Undone' }).waitFor();
    console.log(`    ${person.presses} keys in all, ${added} companies added`);
  });
});
