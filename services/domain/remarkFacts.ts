/** What a list holds. */
export type RowKind = 'companies' | 'tenants' | 'delegated-customers';
/** `silent`: no answer came. `odd`: one that is not understood. `foreign`: it named an address that is not trusted. */
export type StopCause = 'silent' | 'slow-down' | 'refused' | 'foreign' | 'odd';

/** Why a list did not come whole. `system` is the product's name. */
type ListFacts =
  | { readonly code: 'list-stopped'; readonly system: string; readonly count: number; readonly rows: RowKind; readonly cause: StopCause }
  | { readonly code: 'list-uncounted'; readonly system: string; readonly rows: RowKind }
  | { readonly code: 'list-short'; readonly system: string; readonly count: number; readonly expected: number; readonly rows: RowKind }
  | { readonly code: 'rows-unreadable'; readonly count: number; readonly rows: RowKind }
  | { readonly code: 'rows-without-tenant-id'; readonly count: number }
  | { readonly code: 'list-changed-meanwhile' }
  | { readonly code: 'changes-short'; readonly system: string; readonly count: number; readonly expected: number }
  | { readonly code: 'domains-cut-off'; readonly of: 'contacts' | 'sites-and-users' }
  | { readonly code: 'tenant-links-cut-off'; readonly system: string }
  | { readonly code: 'rows-vanished'; readonly missing: number; readonly known: number };

/** Why a source could not be read or written at all. `connection` and `account` are names; `where` and `right` are in the product's own words. */
type RefusalFacts =
  /** What the error's code alone says. */
  | { readonly code: 'general'; readonly error: string }
  | { readonly code: 'credentials-refused'; readonly system: string }
  | { readonly code: 'connection-refused'; readonly system: string; readonly connection: string; readonly where: string }
  | { readonly code: 'right-missing'; readonly system: string }
  | { readonly code: 'connection-lacks-right'; readonly system: string; readonly connection: string; readonly right: string }
  | { readonly code: 'system-silent'; readonly system: string }
  | { readonly code: 'silent-for-a-minute'; readonly system: string }
  | { readonly code: 'answer-odd'; readonly system: string }
  | { readonly code: 'answer-too-large'; readonly system: string }
  | { readonly code: 'slow-down'; readonly system: string }
  | { readonly code: 'redirected'; readonly host: string }
  | { readonly code: 'address-foreign'; readonly system: string; readonly host: string }
  | { readonly code: 'address-not-public'; readonly host: string }
  | { readonly code: 'hour-used-up'; readonly system: string; readonly used: number; readonly allowed: number }
  | { readonly code: 'waits-for-room' }
  | { readonly code: 'too-many-at-once'; readonly system: string }
  | { readonly code: 'company-id-unknown'; readonly system: string; readonly companyId: string };

/** Why a partner account's app or person can't sign in, or may not read. */
type SignInFacts =
  | { readonly code: 'app-not-accepted'; readonly system: string; readonly account: string }
  | { readonly code: 'app-lacks-right'; readonly system: string; readonly account: string; readonly right: string }
  | {
      readonly code:
        | 'app-not-added'
        | 'person-needed'
        | 'certificate-unusable'
        | 'certificate-refused'
        | 'secret-expired'
        | 'secret-refused'
        | 'mfa-asked'
        | 'mfa-missing'
        | 'sign-in-ended'
        | 'sign-in-asked'
        | 'never-signed-in'
        | 'app-unknown'
        | 'app-without-permission'
        | 'home-unknown'
        | 'app-refused';
      readonly account: string;
    }
  | { readonly code: 'sign-in-again' };

/** What credentials may not read, or what a file lacks, though the connection works. */
type LimitFacts =
  | { readonly code: 'nothing-readable'; readonly right: string }
  | { readonly code: 'details-unreadable'; readonly of: 'contacts' | 'users' | 'sites' }
  | { readonly code: 'right-needed'; readonly right: string }
  | { readonly code: 'tenant-links-unreadable'; readonly system: string }
  | { readonly code: 'field-absent'; readonly field: string }
  | { readonly code: 'counted-later'; readonly count: number }
  | { readonly code: 'names-only' }
  | { readonly code: 'no-email-column' };

/** What is wrong with a file of companies. `line` counts from 1. */
type FileFacts =
  | { readonly code: 'no-file'; readonly connection: string }
  | { readonly code: 'file-unusable' | 'file-without-readable-row'; readonly file: string }
  | { readonly code: 'file-empty' | 'file-headings-only' | 'file-id-unchosen' | 'file-name-unchosen' }
  | { readonly code: 'file-columns-absent'; readonly columns: readonly string[]; readonly headings: readonly string[] }
  | { readonly code: 'lines-unreadable' | 'more-lines-faulty'; readonly count: number }
  | { readonly code: 'line-quote-open' | 'line-without-id' | 'line-without-name'; readonly line: number }
  | { readonly code: 'line-too-wide'; readonly line: number; readonly cells: number; readonly columns: number }
  | { readonly code: 'line-repeats-id'; readonly line: number; readonly id: string; readonly before: number };

/** What a PSA did not do with what was written to it. */
type WriteFacts =
  | { readonly code: 'field-unknown' | 'tenant-id-not-kept'; readonly system: string; readonly field: string }
  | { readonly code: 'company-gone'; readonly system: string }
  | { readonly code: 'fields-refused' | 'fields-needed'; readonly system: string; readonly fields: readonly string[] }
  | { readonly code: 'identifiers-used-up'; readonly system: string }
  | { readonly code: 'companies-maybe-there'; readonly psa: string; readonly count: number }
  | { readonly code: 'creation-untold'; readonly company: string }
  | { readonly code: 'creation-unconfirmed'; readonly psa: string; readonly company: string }
  | { readonly code: 'psa-unknown' | 'psa-paused' | 'psa-creates-none' | 'psa-unread' | 'psa-being-read'; readonly psa: string }
  | { readonly code: 'tenant-unlisted'; readonly tenantId: string }
  | { readonly code: 'no-tenant-id-field' };

/** Where a customer was found, and what hides it there. `until` is a day such as 2026-03-01; null: for good. */
type FindingFacts =
  | { readonly code: 'linked-already'; readonly companies: readonly string[] }
  | { readonly code: 'ignored-by'; readonly person: string; readonly until: string | null; readonly reason: string }
  | { readonly code: 'on-bulk-page' | 'can-be-chosen' | 'not-offered' }
  | { readonly code: 'inactive-status'; readonly status: string }
  | { readonly code: 'company-linked'; readonly count: number }
  | { readonly code: 'types-left-out'; readonly system: string; readonly types: readonly string[] }
  | { readonly code: 'row-type-left-out'; readonly type: string }
  | { readonly code: 'marked-as-vendor'; readonly system: string };

/** Why an import leaves a line out, or can't read a file. Names of columns are as files have them. */
type ImportFacts =
  | { readonly code: 'import-id-odd'; readonly text: string }
  | { readonly code: 'import-none-and-some'; readonly tenantId: string }
  | { readonly code: 'import-no-psa' }
  | { readonly code: 'import-psa-unclear'; readonly company: string; readonly psas: readonly string[] }
  | { readonly code: 'import-said-before'; readonly line: number }
  | { readonly code: 'import-tenant-gone'; readonly tenantId: string }
  | { readonly code: 'import-company-unknown'; readonly psa: string; readonly company: string }
  | { readonly code: 'import-cells'; readonly cells: number; readonly columns: number }
  | { readonly code: 'import-no-object' | 'import-fields-absent' | 'import-no-rows' | 'import-no-utf8' | 'import-quote-open' | 'import-unreadable' }
  | { readonly code: 'import-no-text'; readonly field: string }
  | { readonly code: 'import-columns-absent'; readonly columns: readonly string[] }
  | { readonly code: 'import-no-list' | 'import-object-open' | 'import-quote-misplaced' | 'import-line-unreadable'; readonly line: number }
  | { readonly code: 'import-too-long'; readonly line: number; readonly characters: number }
  | { readonly code: 'import-too-many-lines' | 'file-too-large'; readonly most: number }
  | { readonly code: 'import-too-many-changes'; readonly count: number; readonly most: number };

/** What is wrong with a field of a connection's form; beside the field, so that its title is not said. */
type FormFacts =
  | { readonly code: 'setting-needed' | 'setting-odd' | 'setting-no-id' | 'either-needed' | 'either-given' | 'needed-again' | 'certificate-odd' | 'name-needed' | 'name-taken' | 'file-unchosen' | 'file-away' | 'kind-unknown' | 'kind-fixed' | 'connection-away' }
  | { readonly code: 'setting-unlike'; readonly example: string }
  | { readonly code: 'setting-too-long'; readonly most: number }
  | { readonly code: 'setting-unknown'; readonly name: string };

/** What somebody else did meanwhile, or what is not there any more. */
type MeanwhileFacts =
  | { readonly code: 'list-away' | 'taken-over' | 'links-changed' | 'save-gone' | 'nothing-left-to-undo' }
  | { readonly code: 'reading-cancelled' | 'paused-by' | 'removed-by'; readonly person: string }
  | { readonly code: 'save-unknown'; readonly orgVersion: number }
  | { readonly code: 'host-unknown'; readonly host: string }
  | { readonly code: 'settings-unusable' | 'secret-away'; readonly connection: string };

/** What one sentence was made of, so that whoever shows it can word it in another language. Holds no more than the sentence does. */
export type RemarkFacts = ListFacts | RefusalFacts | SignInFacts | LimitFacts | FileFacts | WriteFacts | FindingFacts | ImportFacts | FormFacts | MeanwhileFacts;
