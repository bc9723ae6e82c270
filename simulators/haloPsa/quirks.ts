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
  /** Items carry a big picture. */
  hasLogos?: boolean | undefined;
};
