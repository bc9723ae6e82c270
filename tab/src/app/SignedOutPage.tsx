import { useState } from 'react';
import type { ApiError } from '../apiError.js';
import { isDeclined, needsConsent } from './consent.js';
import { StatePage } from './StatePage.js';
import type { TeamsHost } from './teamsHost.js';
import { texts } from './texts.js';

type Props = { readonly host: TeamsHost; readonly error: ApiError; readonly onSignedIn: () => void };

/** No token: the one step of consent, or signing in again. Teams' window opens from the press of the button alone. */
export function SignedOutPage({ host, error, onSignedIn }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const isConsent = needsConsent(error.cause);
  const ask = async () => {
    setIsAsking(true);
    try {
      await host.signIn();
      onSignedIn();
    } catch (thrown) {
      setRefusal(isDeclined(thrown) ? texts.consentDeclined : texts.consentFailed);
    } finally {
      setIsAsking(false);
    }
  };
  return (
    <StatePage
      title={isConsent ? texts.consentTitle : texts.signedOutTitle}
      text={isConsent ? texts.consentText : error.problem.sentence}
      original={error.original}
      requestId={error.problem.requestId}
      actionText={isConsent ? texts.consentAction : texts.signInAgain}
      isBusy={isAsking}
      onAction={() => void ask()}
    >
      {isConsent && <p className="minor">{texts.consentByAdmin}</p>}
      <p role="alert">{refusal}</p>
    </StatePage>
  );
}
