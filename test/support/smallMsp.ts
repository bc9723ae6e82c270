import { demoOrganization } from '../../simulators/seed/demoOrganization.js';
import type { Msp, MspCompany, MspTenant } from '../../simulators/seed/msp.js';

const tenant = (n: number, name: string, domain: string): MspTenant => ({ tenantId: `${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`, name, domain, relationship: 'reseller' });
const company = (id: number, name: string, website: string): MspCompany => ({ id, name, identifier: `C${id}`, website, emailDomains: [], city: 'Lund', phone: '', status: 'Active', isInactive: false, isDeleted: false, tenantIds: [] });

/** Four tenants in two partner accounts, three companies in two PSAs: two clear pairs, one tenant without a company. */
export const smallMsp: Msp = {
  ...demoOrganization,
  partnerAccounts: [
    { id: 'north', name: 'North', tenantId: '00000001-2222-4222-8222-222222222222', tenants: [tenant(1, 'Lakeside Dental', 'lakesidedental.example.com'), tenant(2, 'Quarry Logistics', 'quarrylogistics.example.com')] },
    { id: 'south', name: 'South', tenantId: '00000002-2222-4222-8222-222222222222', tenants: [tenant(3, 'Zephyr Unmatched Foundation', 'zephyr.onmicrosoft.com'), tenant(1, 'Lakeside Dental', 'lakesidedental.example.com')] },
  ],
  connectWise: [company(11, 'Lakeside Dental Ltd', 'https://www.lakesidedental.example.com'), company(12, 'Another Company', '')],
  haloPsa: [company(21, 'Quarry Logistics', 'quarrylogistics.example.com')],
  truth: {},
};
