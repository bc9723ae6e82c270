/** The address where licenses are connected to a billing profile; undefined when none is configured. */
export function nextStepLink(template: string | null, ids: { readonly tenantId: string; readonly companyId: string }): string | undefined {
  return template?.replace(/\{(tenantId|companyId)\}/g, (_, name: 'tenantId' | 'companyId') => encodeURIComponent(ids[name]));
}
