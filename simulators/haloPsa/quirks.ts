/** Ways in which HaloPSA instances differ. All may be switched while the simulator runs. */
export type HaloPsaQuirks = {
  /** Rows a page has at most, whatever `page_size` asks; null: as many as asked. Default 100. */
  pageCap?: number | null | undefined;
  /** What `authinfo` names in place of the simulator's own address. */
  authUrl?: string | undefined;
  omitsTenantId?: boolean | undefined;
  /** A token request without `?tenant=` is refused. */
  needsTenant?: boolean | undefined;
  /** `record_count` is this much too high. */
  missingRows?: number | undefined;
  /** Every page from the second on is the second. */
  repeatsPage?: boolean | undefined;
  /** How the list of Azure connections is written; default `array`. */
  connectionList?: 'array' | 'object' | 'wrapped' | undefined;
  /** The agent may not read integrations. */
  hidesConnections?: boolean | undefined;
  /** A change is answered with 201 and not stored. */
  ignoresChanges?: boolean | undefined;
  /** How a change is answered; default 201 with a list. */
  postAnswer?: 'list' | 'object' | undefined;
  /** Clients show no tenants of their own, only the connections do. */
  hidesClientTenants?: boolean | undefined;
  /** Items carry a big picture. */
  hasLogos?: boolean | undefined;
};
