import type { Answer } from '../router.js';

export function partnerError(status: number, code: number, description: string): Answer {
  return { status, body: { code, description, data: [], source: 'PartnerApiServiceCore' } };
}
