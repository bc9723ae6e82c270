/** Ways in which the real service was seen to differ from its pages. All may be switched while the simulator runs. */
export type PartnerCenterQuirks = {
  /** How `links.next.uri` is written; default `without-version`. */
  nextUri?: 'without-version' | 'with-version' | 'foreign-host' | undefined;
  hasByteOrderMark?: boolean | undefined;
  omitsItemLinks?: boolean | undefined;
  /** What every page but the first is. */
  continuation?: 'no-content' | 'not-found' | undefined;
  /** The second page names itself as the next one. */
  repeatsToken?: boolean | undefined;
};
