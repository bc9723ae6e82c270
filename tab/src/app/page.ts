/** The tab's pages; also the `subPageId` of deep links, which may say what to find there: "bulk?find=Contoso". */
export const pages = ['companies', 'bulk', 'add', 'drift', 'ignored', 'history', 'connections'] as const;
export type Page = (typeof pages)[number];

function parsePage(text: string): Page | undefined {
  return pages.find((page) => page === text);
}

/** The address wins (a reload stays where it was), then the deep link, then the start page. */
export function pageOf(hash: string, subPageId: string): Page {
  return parsePage(hash.replace(/^#\/?/, '')) ?? parsePage(subPageId.split('?')[0] ?? '') ?? 'companies';
}

/** What a deep link says is to be found on `page`; '' for nothing. */
export function findOf(subPageId: string, page: Page): string {
  const [linked, query = ''] = subPageId.split('?');
  return linked === page ? (new URLSearchParams(query).get('find') ?? '').slice(0, 200) : '';
}

export function hashOf(page: Page): string {
  return `#/${page}`;
}
