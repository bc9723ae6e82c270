import { remark, type Remark } from '../domain/remark.js';
import { AppError } from '../runtime/errors.js';
import type { TokenRefusal } from '../runtime/oauthToken.js';

const signInAgain = 'An administrator must sign in to it again, with multi-factor authentication.';

/** OAuth's word decides; Entra's numbers, which may change, only make the sentence more exact. */
export function explainRefusal({ status, error, hints }: TokenRefusal, name: string): AppError {
  return new AppError('source-unauthorized', `Microsoft Entra answered ${status} ${error} (${hints.join(', ')})`, refusalRemark(error, hints, name));
}

/** Has the person's sign-in ended, so that nothing but a new one helps? */
export function isGrantLost({ error }: TokenRefusal): boolean {
  return error === 'invalid_grant' || error === 'interaction_required';
}

export function lacksSignIn(name: string): AppError {
  return new AppError('source-unauthorized', 'no refresh token is stored', { sentence: `Nobody has signed in to account "${name}" yet. An administrator must sign in to it once, with multi-factor authentication.`, facts: [{ code: 'never-signed-in', account: name }] });
}

export function lacksMfa(name: string): AppError {
  return new AppError('source-unauthorized', 'the sign-in had no second factor', { sentence: `The sign-in to account "${name}" was made without multi-factor authentication, which Partner Center no longer accepts. ${signInAgain}`, facts: [{ code: 'mfa-missing', account: name }, { code: 'sign-in-again' }] });
}

function refusalRemark(error: string, hints: readonly number[], name: string): Remark {
  const account = name;
  switch (error) {
    case 'invalid_client':
      if (hints.includes(7000222)) return remark(`The client secret of account "${name}" has expired. Make a new one in Microsoft Entra.`, { code: 'secret-expired', account });
      if (hints.includes(700027)) return remark(`Microsoft Entra does not accept the certificate of account "${name}". It must be the one that is registered for the app, and must not have expired.`, { code: 'certificate-refused', account });
      return remark(`Partner Center refused the client secret of account "${name}"; it may have expired.`, { code: 'secret-refused', account });
    case 'invalid_grant':
      if ([50076, 50079, 50158].some((hint) => hints.includes(hint))) return remark(`Microsoft asks for multi-factor authentication for account "${name}". ${signInAgain}`, { code: 'mfa-asked', account }, { code: 'sign-in-again' });
      return remark(`The sign-in to account "${name}" has ended. ${signInAgain}`, { code: 'sign-in-ended', account }, { code: 'sign-in-again' });
    case 'interaction_required':
      return remark(`Microsoft asks the person who signed in to account "${name}" for a new sign-in. ${signInAgain}`, { code: 'sign-in-asked', account }, { code: 'sign-in-again' });
    case 'unauthorized_client':
      return remark(`Microsoft Entra does not know the app of account "${name}" in its tenant. Check the client id and the tenant id.`, { code: 'app-unknown', account });
    case 'invalid_resource':
    case 'invalid_scope':
      return remark(`The app of account "${name}" has no permission for Partner Center.`, { code: 'app-without-permission', account });
    default:
      if (hints.includes(90002) || error === 'invalid_tenant') return remark(`Microsoft Entra does not know the tenant of account "${name}". Check the tenant id.`, { code: 'home-unknown', account });
      return remark(`Microsoft Entra refused to sign in the app of account "${name}".`, { code: 'app-refused', account });
  }
}
