import { tabEntityId } from '../deepLink.js';
import { linkedPages, type LinkedPage } from './extensionWords.js';

/** What the link says is to be found on the page does not matter here. */
const pageOf = (text: string): LinkedPage => linkedPages.find((page) => page === text.split('?')[0]) ?? 'companies';

/**
 * The page of the tab that a link opens: `https://teams.microsoft.com/l/entity/{app}/companies?context={"subEntityId":"bulk"}`, or the tab's
 * own address, `https://.../tab/#/bulk`. Undefined for any other. Nothing is ever fetched from it.
 */
export function readAppLink(text: string, teamsAppId: string): LinkedPage | undefined {
  const url = text.length <= 2_000 && URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.hostname !== '127.0.0.1') return undefined;
  if (url.hostname !== 'teams.microsoft.com') return url.pathname === '/tab' || url.pathname === '/tab/' ? pageOf(url.hash.replace(/^#\/?/, '')) : undefined;
  const [, l, kind, appId, entityId] = url.pathname.split('/');
  if (l !== 'l' || kind !== 'entity' || appId?.toLowerCase() !== teamsAppId.toLowerCase() || entityId !== tabEntityId) return undefined;
  return pageOf(subEntityOf(url.searchParams.get('context') ?? '{}'));
}

function subEntityOf(context: string): string {
  try {
    const { subEntityId } = JSON.parse(context) as { subEntityId?: unknown };
    return typeof subEntityId === 'string' ? subEntityId : '';
  } catch {
    return '';
  }
}
