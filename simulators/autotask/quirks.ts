/** Ways in which Autotask zones and databases differ. All may be switched while the simulator runs. */
export type AutotaskQuirks = {
  /** Rows a page has at most, whatever `MaxRecords` asks; default 500. */
  pageCap?: number | undefined;
  /** From the second page on, pages hold half as many rows as before, though more follow. */
  shrinksPages?: boolean | undefined;
  /** From the second page on, the page names itself as the next one. */
  repeatsPage?: boolean | undefined;
  /** `nextPageUrl` names another host. */
  hasForeignLinks?: boolean | undefined;
  /** What the end of a list is written as; default null. */
  endUrl?: 'null' | 'empty' | 'missing' | undefined;
  /** Whether a list goes on by POST, by GET or by both (the default). */
  continues?: 'any' | 'post' | 'get' | undefined;
  /** What `zoneInformation` names in place of the simulator's own address. */
  zoneUrl?: string | undefined;
  /** How the zone's address is written; default with a slash at the end. */
  zoneForm?: 'slash' | 'no-slash' | 'lower-case' | undefined;
  /** Numbers of the company types: each database has its own. Default 1, 3, 4, 6, 7, 8 in the order of their labels. */
  typeOffset?: number | undefined;
  /** Postal code and company number come as numbers where they look like one. */
  hasNumbersForTexts?: boolean | undefined;
  /** 429 without Retry-After. */
  omitsRetryAfter?: boolean | undefined;
  /** The status of "Thread Threshold Exceeded"; default 500. */
  threadStatus?: 409 | 429 | 500 | undefined;
  /** A missing record is `{"item":null}` in place of 404. */
  missingItem?: 'not-found' | 'null' | undefined;
  /** The integration's security level shows nothing, and no error. */
  showsNothing?: boolean | undefined;
  /** `ownerResourceID` is required of a new company. */
  requiresOwner?: boolean | undefined;
};
