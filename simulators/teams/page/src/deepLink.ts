/** Where a link of the app leads inside Teams. */
export type DeepLink = { readonly kind: 'tab'; readonly pageId: string; readonly subPageId: string } | { readonly kind: 'chat' } | { readonly kind: 'elsewhere'; readonly url: string } | { readonly kind: 'refused' };

/** Reads `https://teams.microsoft.com/l/entity/{app}/{page}?context={"subEntityId":"..."}` and `/l/chat/0/0?users=28:{bot}`. */
export function readDeepLink(text: string, app: { readonly teamsAppId: string; readonly botId: string }): DeepLink {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['https:', 'http:', 'mailto:'].includes(url.protocol)) return { kind: 'refused' };
  if (url.hostname !== 'teams.microsoft.com') return { kind: 'elsewhere', url: url.href };
  const [, l, kind, appId, pageId] = url.pathname.split('/').map(decodeURIComponent);
  if (l === 'l' && kind === 'entity' && appId?.toLowerCase() === app.teamsAppId.toLowerCase()) {
    return { kind: 'tab', pageId: pageId ?? '', subPageId: readSubPage(url.searchParams.get('context')) };
  }
  const isOwnBot = (url.searchParams.get('users') ?? '').split(',').includes(`28:${app.botId}`);
  return l === 'l' && kind === 'chat' && isOwnBot ? { kind: 'chat' } : { kind: 'elsewhere', url: url.href };
}

function readSubPage(context: string | null): string {
  if (!context) return '';
  try {
    const parsed = JSON.parse(context) as { subEntityId?: unknown; subPageId?: unknown } | null;
    const subPage = parsed?.subEntityId ?? parsed?.subPageId;
    return typeof subPage === 'string' ? subPage : '';
  } catch {
    return '';
  }
}
