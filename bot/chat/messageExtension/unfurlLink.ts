import { z } from 'zod';
import { statusWords } from '../cards/statusWords.js';
import type { ChatTools, Turn } from '../chatTools.js';
import { tabLink } from '../deepLink.js';
import { countText, formatNumber } from '../language/formats.js';
import type { Share } from './extensionAnswers.js';
import { extensionWords, type LinkedPage } from './extensionWords.js';
import { readAppLink } from './readAppLink.js';
import { sharePage } from './shareCards.js';

const linkSchema = z.object({ url: z.string() });

/** What a link of the app unfolds to: the page that it opens and how things stand there. Undefined: it is no link of the app. */
export async function unfurlLink(tools: ChatTools, turn: Turn, value: unknown): Promise<Share | undefined> {
  const url = linkSchema.safeParse(value).data?.url;
  const page = url === undefined ? undefined : readAppLink(url, tools.config.teamsAppId);
  return page && sharePage(turn.language, page, await stateOf(tools, turn, page), tabLink(tools.config.teamsAppId, page));
}

async function stateOf({ services }: ChatTools, { caller, language }: Turn, page: LinkedPage): Promise<string> {
  const words = extensionWords[language];
  switch (page) {
    case 'companies':
      return countText(language, (await services.listMappings(caller, { query: '', limit: 1, offset: 0 })).all, words.linkCount);
    case 'bulk':
    case 'add': {
      const rows = await services.listTenants(caller);
      const waiting = rows.filter((row) => row.units.every((unit) => unit.links.length === 0)).length;
      const { noTenants, allLinked, waitingOf } = statusWords[language];
      if (rows.length === 0) return noTenants;
      return waiting === 0 ? countText(language, rows.length, allLinked) : countText(language, waiting, waitingOf(formatNumber(language, rows.length)));
    }
    case 'drift': {
      const { counts } = await services.listDrift(caller, { limit: 1 });
      return countText(language, Object.values(counts).reduce((sum, count) => sum + count, 0), words.changeCount);
    }
    case 'history':
    case 'connections':
      return '';
  }
}
