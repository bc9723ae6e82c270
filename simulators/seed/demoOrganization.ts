import type { Msp } from './msp.js';

/** The made-up MSP and its people. The ids are fixed, so that what was saved is found again. */
export const demoOrganization: Pick<Msp, 'orgId' | 'name' | 'people'> = {
  orgId: '6f1c7a52-0b7e-4f0a-9a55-3d2f6f1c0d01',
  name: 'Harbourlight IT Services',
  people: [
    { userId: '6f1c7a52-0b7e-4f0a-9a55-3d2f6f1c0d11', name: 'Demo Admin', role: 'admin' },
    { userId: '6f1c7a52-0b7e-4f0a-9a55-3d2f6f1c0d12', name: 'Demo Mapper', role: 'mapper' },
    { userId: '6f1c7a52-0b7e-4f0a-9a55-3d2f6f1c0d13', name: 'Demo Viewer', role: 'viewer' },
  ],
};
