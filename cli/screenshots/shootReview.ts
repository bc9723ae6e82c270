import type { Locator } from 'playwright-core';
import type { CardStudio } from './cardStudio.js';
import type { Studio } from './shootPages.js';

type Kind = 'one' | 'several' | 'none';
/** More tenants than wait in the demo. */
const mostSkips = 200;

/** The review with what it can come to, and what else asks about one tenant. */
export async function shootReview({ teams }: Studio, { shoot, press, messageWith }: CardStudio): Promise<void> {
  const review = await teams.say('unmapped');
  const missing = new Set<Kind>(['one', 'several', 'none']);
  let unsure = '';
  for (let skips = 0; missing.size > 0; skips += 1) {
    if (skips > mostSkips) throw new Error(`The review never came to ${[...missing].join(', ')}.`);
    const kind = await kindOf(review);
    if (missing.delete(kind)) {
      if (kind === 'several') unsure = await tenantOn(review);
      await shoot(review, `review-${kind}`, { isLarge: true });
    }
    if (missing.size > 0) await press(review, 'Skip');
  }

  // From the start again: the surest one is linked, the next one with several companies is told apart.
  const linked = await teams.say('unmapped');
  const name = await tenantOn(linked);
  await chooseFirst(linked);
  await press(linked, 'Link');
  await shoot(linked, 'review-decided', { isLarge: true });
  const next = await messageWith('Which company is this?');
  await chooseFirst(next);
  await press(next, 'Not this company');
  await shoot(next, 'not-this-company');
  await press(next, 'Undo');
  await shoot(next, 'taken-back');
  const ignored = await messageWith('Which company is this?');
  await press(ignored, 'Ignore');
  await shoot(ignored, 'ignored');
  await press(ignored, 'Undo');

  await shoot(await teams.say(`find ${unsure.split(' ').find((word) => word.length > 4) ?? unsure}`), 'find', { isLarge: true });
  await shoot(await teams.say(`why ${name}`), 'why-linked');
  await shoot(await teams.say(`why ${unsure}`), 'why-needs-review', { isLarge: true });
  const confirm = await teams.say(`link ${unsure}`);
  await shoot(confirm, 'link-confirmation', { isLarge: true });
  await press(confirm, 'Cancel');
  await shoot(await teams.say(`ignore ${unsure}`), 'ignore-confirmation');
  await shoot(await teams.say('undo'), 'undo-save', { isLarge: true });
}

async function kindOf(message: Locator): Promise<Kind> {
  if ((await message.getByRole('radio').count()) > 0) return 'several';
  return (await message.getByRole('button', { name: 'Link', exact: true }).count()) > 0 ? 'one' : 'none';
}

/** The name without the domain behind it. */
async function tenantOn(message: Locator): Promise<string> {
  const line = await message.locator('.ac-richTextBlock').filter({ hasText: 'Microsoft tenant:' }).first().innerText();
  return line.replace(/^Microsoft tenant:\s*/, '').replace(/ \([^()]*\)$/, '');
}

async function chooseFirst(message: Locator): Promise<void> {
  const radios = message.getByRole('radio');
  if ((await radios.count()) > 0) await radios.first().check();
}
