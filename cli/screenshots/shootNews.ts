import type { Demo } from '../startDemo.js';
import type { CardStudio } from './cardStudio.js';
import { nextDay } from './nextDay.js';
import type { Studio } from './shootPages.js';

/** The app looks every minute for what is to be told. */
const untilToldMs = 180_000;

/** What the bot tells of readings, and by itself. Afterwards the sources are those of the next day. */
export async function shootNews({ teams }: Studio, { shoot, press, messageWith }: CardStudio, demo: Demo): Promise<void> {
  const settings = await teams.say('notify');
  // It may be night where this runs.
  for (const label of ['Quiet from', 'Quiet until']) await settings.getByLabel(label).fill('');
  await teams.page.getByRole('textbox', { name: 'Message' }).focus();
  await shoot(settings, 'notify', { isLarge: true });
  await press(settings, 'Switch on');
  await shoot(settings, 'notify-on');

  await teams.say('sync');
  await shoot(await messageWith('The lists are up to date'), 'sync-finished', { isLarge: true });
  await demo.changeWorld(nextDay());
  const sync = await teams.say('sync');
  await shoot(sync, 'sync-started');
  await shoot(await messageWith('Not every list came whole', untilToldMs), 'sync-problems', { isLarge: true });
  const news = await messageWith('Holding', untilToldMs);
  await shoot(news, 'notice', { isLarge: true });
}
