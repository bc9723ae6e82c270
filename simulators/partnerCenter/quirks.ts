/** Ways in which the real service was seen to differ from its pages. All may be switched while the simulator runs. */
export type PartnerCenterQuirks = {
  /** How `links.next.uri` is written; default `without-version`. */
  nextUri?: 'without-version' | 'with-version' | 'foreign-host' | undefined;
  hasByteOrderMark?: boolean | undefined;
  omitsItemLinks?: boolean | undefined;
  /** What every page but the first is. */
  continuation?: 'no-content' | 'not-found' | undefined;
  /** Tokens of people without multi-factor sign-in are refused; default true, as since April 2026. */
  enforcesMfa?: boolean | undefined;
  /** Every call wants a person's token. */
  refusesAppOnly?: boolean | undefined;
  /** A `size` above 500 is refused, not cut. */
  refusesLargeSize?: boolean | undefined;
  /** `GET /customers/{id}/customDomains`, whose shape is not documented. */
  customDomains?: 'texts' | 'objects' | 'not-found' | undefined;
  /** The second page names itself as the next one. */
  repeatsToken?: boolean | undefined;
};
