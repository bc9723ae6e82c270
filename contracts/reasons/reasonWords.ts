import type { DoubtView, EvidenceView } from '../evidence.js';

type EvidenceOf<Kind extends EvidenceView['kind']> = Extract<EvidenceView, { readonly kind: Kind }>;

/** What one language says of every reason and every doubt: whole sentences. Pages, cards and files word them alike. */
export type ReasonWords = {
  readonly evidence: { readonly [Kind in EvidenceView['kind']]: (evidence: EvidenceOf<Kind>) => string };
  readonly doubts: Readonly<Record<DoubtView, string>>;
};

/** Why a pair may belong together, or may not. */
export function evidenceSentence({ evidence: sentences }: Pick<ReasonWords, 'evidence'>, evidence: EvidenceView): string {
  const say = sentences[evidence.kind] as (evidence: EvidenceView) => string;
  return say(evidence);
}

type Manner = {
  readonly quote: (text: string) => string;
  readonly noNumber: string;
  /** Behind words that only the tenant's name has. */
  readonly tenantOnly: string;
  readonly companyOnly: string;
};
type NameDifference = { readonly tenantOnly?: string | undefined; readonly companyOnly?: string | undefined };

/** Parts of sentences that every language puts together the same way. */
export function phrasesIn(locale: string, { quote, noNumber, tenantOnly, companyOnly }: Manner) {
  const counts = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    count: (value: number) => counts.format(value),
    /** Of a share 0-1, cut rather than rounded: what is not certain must not read 100%. */
    percent: (share: number) => percents.format(Math.floor(share * 100 + 1e-9) / 100),
    /** The numbers in a name, given as "1 2". */
    numbers: (text: string) => (text === '' ? noNumber : quote(text.replaceAll(' ', ', '))),
    /** What stands in one of the two names only, behind `lead`; '' for nothing. */
    difference: ({ tenantOnly: ofTenant = '', companyOnly: ofCompany = '' }: NameDifference, lead: string): string => {
      if (ofTenant !== '' && ofCompany !== '') return `${lead}${quote(ofTenant)} / ${quote(ofCompany)}`;
      if (ofTenant !== '') return `${lead}${quote(ofTenant)}${tenantOnly}`;
      return ofCompany === '' ? '' : `${lead}${quote(ofCompany)}${companyOnly}`;
    },
  };
}
