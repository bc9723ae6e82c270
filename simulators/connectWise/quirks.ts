/** Ways in which ConnectWise instances and versions differ. All may be switched while the simulator runs. */
export type ConnectWiseQuirks = {
  /** Rows a page has at most, whatever `pageSize` asks; default 1000. */
  pageCap?: number | undefined;
  /** What the last forward-only page says; default an empty `Link`. */
  endLink?: 'empty' | 'missing' | undefined;
  /** From the second page on, the page names itself as the next one. */
  repeatsPage?: boolean | undefined;
  /** From the second page on, pages hold half as many rows as before, though more follow. */
  shrinksPages?: boolean | undefined;
  /** Next links name another host. */
  hasForeignLinks?: boolean | undefined;
  /** The instance ignores `pagination-type: forward-only`. */
  lacksForwardOnly?: boolean | undefined;
  /** `companyinfo` of an unknown company; default `null`. */
  unknownCompany?: 'null' | 'not-found' | undefined;
  /** Default: the simulator's own host. */
  siteUrl?: string | undefined;
  /** Status for wrong keys; 404 is what the cloud was seen to say. Default 401. */
  badCredentialsStatus?: 401 | 404 | undefined;
  /** Default 401. */
  missingClientIdStatus?: 401 | 403 | undefined;
  /** How an empty text is written; default ''. */
  emptyText?: 'text' | 'null' | 'missing' | undefined;
  /** A change is answered with 200 and the old record. */
  ignoresChanges?: boolean | undefined;
  /** The stored record has this field in a form that is no longer valid, so every change of it is refused. */
  invalidField?: string | undefined;
  /** Every tenth company has an inactive contact whose e-mail domain is not the company's. */
  hasFormerContacts?: boolean | undefined;
};
