/** The tab's pages; also the `subPageId` of deep links. */
export const pages = ['companies', 'bulk', 'add', 'drift', 'ignored', 'history', 'connections'] as const;
export type Page = (typeof pages)[number];

function parsePage(text: string): Page | undefined {
  return pages.find((page) => page === text);
}

/** The address wins (a reload stays where it was), then the deep link, then the start page. */
export function pageOf(hash: string, subPageId: string): Page {
  return parsePage(hash.replace(/^#\/?/, '')) ?? parsePage(subPageId) ?? 'companies';
}

export function hashOf(page: Page): string {
  return `#/${page}`;
}
