/** The tab's `entityId` in appPackage/manifest.json. */
export const tabEntityId = 'companies';
/** The tab's pages, as it finds them in `page.subPageId`. */
export type TabPage = 'companies' | 'bulk' | 'add' | 'history' | 'connections' | 'drift' | 'ignored';

/** Opens the app's tab inside Teams, at what is to be found there if that is said. */
export function tabLink(teamsAppId: string, page: TabPage, find = ''): string {
  const subEntityId = find === '' ? page : `${page}?find=${encodeURIComponent(find)}`;
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/${tabEntityId}?context=${encodeURIComponent(JSON.stringify({ subEntityId }))}`;
}

/** Where "Connect licenses to billing profile" leads. */
export function nextStepLink(template: string, { tenantId, companyId }: { readonly tenantId: string; readonly companyId: string }): string {
  return template.replaceAll('{tenantId}', encodeURIComponent(tenantId)).replaceAll('{companyId}', encodeURIComponent(companyId));
}
