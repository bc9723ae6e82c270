/** The tab's `entityId` in appPackage/manifest.json. */
export const tabEntityId = 'companies';
/** The tab's pages, as it finds them in `page.subPageId`. */
export type TabPage = 'companies' | 'bulk' | 'add' | 'history' | 'connections' | 'drift';

/** Opens the app's tab inside Teams. */
export function tabLink(teamsAppId: string, page: TabPage): string {
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(teamsAppId)}/${tabEntityId}?context=${encodeURIComponent(JSON.stringify({ subEntityId: page }))}`;
}

/** Where "Connect licenses to billing profile" leads. */
export function nextStepLink(template: string, { tenantId, companyId }: { readonly tenantId: string; readonly companyId: string }): string {
  return template.replaceAll('{tenantId}', encodeURIComponent(tenantId)).replaceAll('{companyId}', encodeURIComponent(companyId));
}
