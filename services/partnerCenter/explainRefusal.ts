import { AppError } from '../runtime/errors.js';
import type { TokenRefusal } from '../runtime/oauthToken.js';

const signInAgain = 'An administrator must sign in to it again, with multi-factor authentication.';

/** OAuth's word decides; Entra's numbers, which may change, only make the sentence more exact. */
export function explainRefusal({ status, error, hints }: TokenRefusal, name: string): AppError {
  return new AppError('source-unauthorized', `Microsoft Entra answered ${status} ${error} (${hints.join(', ')})`, { sentence: refusalSentence(error, hints, name) });
}

/** Has the person's sign-in ended, so that nothing but a new one helps? */
export function isGrantLost({ error }: TokenRefusal): boolean {
  return error === 'invalid_grant' || error === 'interaction_required';
}

export function lacksSignIn(name: string): AppError {
  return new AppError('source-unauthorized', 'no refresh token is stored', { sentence: `Nobody has signed in to account "${name}" yet. An administrator must sign in to it once, with multi-factor authentication.` });
}

export function lacksMfa(name: string): AppError {
  return new AppError('source-unauthorized', 'the sign-in had no second factor', { sentence: `The sign-in to account "${name}" was made without multi-factor authentication, which Partner Center no longer accepts. ${signInAgain}` });
}

function refusalSentence(error: string, hints: readonly number[], name: string): string {
  switch (error) {
    case 'invalid_client':
      if (hints.includes(7000222)) return `The client secret of account "${name}" has expired. Make a new one in Microsoft Entra.`;
      if (hints.includes(700027)) return `Microsoft Entra does not accept the certificate of account "${name}". It must be the one that is registered for the app, and must not have expired.`;
      return `Partner Center refused the client secret of account "${name}"; it may have expired.`;
    case 'invalid_grant':
      if ([50076, 50079, 50158].some((hint) => hints.includes(hint))) return `Microsoft asks for multi-factor authentication for account "${name}". ${signInAgain}`;
      return `The sign-in to account "${name}" has ended. ${signInAgain}`;
    case 'interaction_required':
      return `Microsoft asks the person who signed in to account "${name}" for a new sign-in. ${signInAgain}`;
    case 'unauthorized_client':
      return `Microsoft Entra does not know the app of account "${name}" in its tenant. Check the client id and the tenant id.`;
    case 'invalid_resource':
    case 'invalid_scope':
      return `The app of account "${name}" has no permission for Partner Center.`;
    default:
      if (hints.includes(90002) || error === 'invalid_tenant') return `Microsoft Entra does not know the tenant of account "${name}". Check the tenant id.`;
      return `Microsoft Entra refused to sign in the app of account "${name}".`;
  }
}
