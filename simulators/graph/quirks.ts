/** How Graph may differ. All may be switched while the simulator runs. */
export type GraphQuirks = {
  /** The app was not given the permission. */
  lacksPermission?: boolean | undefined;
  /** The app was not given the permission to ask whose tenant a domain is. */
  lacksCrossTenant?: boolean | undefined;
  /** Where `@odata.nextLink` leads; default this host. */
  nextLink?: 'foreign-host' | 'loop' | undefined;
  /** Items have no display name. */
  omitsNames?: boolean | undefined;
  hasByteOrderMark?: boolean | undefined;
};
