/** Does Teams refuse a token because the person, or an administrator, has not agreed yet? Told by the words of Teams and Microsoft Entra. */
export function needsConsent(thrown: unknown): boolean {
  return thrown instanceof Error && /consent|invalid_grant|interaction_required|AADSTS6500[14]/i.test(thrown.message);
}

/** Did the person close or decline the window? */
export function isDeclined(thrown: unknown): boolean {
  return thrown instanceof Error && /cancel|declin|denied|FailedToOpenWindow/i.test(thrown.message);
}
