import { errors } from 'jose';
import type { VerifyApiToken } from '../entra/appToken.js';
import type { Answer, SimulatorRequest } from '../router.js';
import type { MspPartnerAccount } from '../seed/msp.js';
import { partnerError } from './partnerErrors.js';
import type { PartnerCenterQuirks } from './quirks.js';

type Access = { readonly kind: 'account'; readonly account: MspPartnerAccount } | { readonly kind: 'refused'; readonly answer: Answer };

export async function authenticateAccount(
  { headers }: SimulatorRequest,
  { accounts, verify, audiences, quirks }: { accounts: readonly MspPartnerAccount[]; verify: VerifyApiToken; audiences: string[]; quirks: PartnerCenterQuirks },
): Promise<Access> {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (!token) return { kind: 'refused', answer: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } } };
  try {
    const { tid, isUser, hasMfa } = await verify(token, audiences);
    if (isUser && !hasMfa && quirks.enforcesMfa !== false) return { kind: 'refused', answer: partnerError(401, 900421, 'The request lacks the MFA claim.') };
    if (!isUser && quirks.refusesAppOnly) return { kind: 'refused', answer: partnerError(403, 900329, 'The call does not support app-only access.') };
    const account = accounts.find(({ tenantId }) => tenantId.toLowerCase() === tid.toLowerCase());
    return account ? { kind: 'account', account } : { kind: 'refused', answer: partnerError(403, 900308, 'The caller has insufficient privileges.') };
  } catch (error) {
    const isAudience = error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud';
    return { kind: 'refused', answer: isAudience ? partnerError(401, 900420, 'The token audience is invalid.') : partnerError(401, 400, 'Access denied.') };
  }
}
