import { useState } from 'react';
import type { CandidateView } from '../../../contracts/autoMap.js';
import type { CompanyView } from '../../../contracts/companies.js';
import { SearchCombobox, type ComboOption } from '../app/SearchCombobox.js';
import { CompanyOption } from './CompanyOption.js';
import { texts } from './texts.js';
import { useCompanySearch } from './useCompanySearch.js';

type Props = {
  readonly label: string;
  readonly labelId?: string;
  readonly inputId?: string;
  /** null: every PSA. */
  readonly psaConnectionId: string | null;
  /** Shown first while they fit what is typed. */
  readonly candidates: readonly CandidateView[];
  /** Picked lately: come after the candidates while nothing is typed. */
  readonly recent?: readonly CompanyView[];
  readonly chosen: Pick<CompanyView, 'psaConnectionId' | 'companyId'> & { readonly name?: string } | undefined;
  readonly onPick: (company: CompanyView) => void;
  readonly isListOnly?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string;
};

/** A candidate less likely than this has no place before what was searched for. */
const leastFirst = 0.01;
const none: readonly CompanyView[] = [];
const keyOf = ({ psaConnectionId, companyId }: Pick<CompanyView, 'psaConnectionId' | 'companyId'>) => `${psaConnectionId}\n${companyId}`;

/** The searchable company picker: candidates first, then what the server finds. */
export function CompanySearch({ label, labelId, inputId, psaConnectionId, candidates, recent = none, chosen, onPick, isListOnly = false, isInvalid = false, describedBy }: Props) {
  // What is typed; null: nothing since the last pick, so a form field shows the chosen name.
  const [typed, setTyped] = useState<string | null>(null);
  const query = typed ?? '';
  const found = useCompanySearch(query, psaConnectionId);
  const shownCandidates = candidates.filter(({ company, confidence }) => confidence.score >= leastFirst && (psaConnectionId === null || company.psaConnectionId === psaConnectionId) && fits(company, query));
  const candidateKeys = new Set(shownCandidates.map(({ company }) => keyOf(company)));
  const shownRecent = query.trim() === '' ? recent.filter((company) => !candidateKeys.has(keyOf(company)) && (psaConnectionId === null || company.psaConnectionId === psaConnectionId)) : [];
  const recentKeys = new Set(shownRecent.map(keyOf));
  // Until the answer comes, what was found for the words before must not be picked by a quick Enter.
  const others = found.companies.filter((company) => !candidateKeys.has(keyOf(company)) && !recentKeys.has(keyOf(company)) && (!found.isSearching || fits(company, query)));
  const companies = new Map([...shownCandidates.map(({ company }) => company), ...shownRecent, ...others].map((company) => [keyOf(company), company]));
  const isChosen = (company: CompanyView) => chosen !== undefined && keyOf(chosen) === keyOf(company);
  const options: ComboOption[] = [
    ...shownCandidates.map((candidate) => ({ key: keyOf(candidate.company), isChosen: isChosen(candidate.company), content: <CompanyOption company={candidate.company} candidate={candidate} /> })),
    ...shownRecent.map((company) => ({ key: keyOf(company), isChosen: isChosen(company), content: <CompanyOption company={company} isRecent /> })),
    ...others.map((company) => ({ key: keyOf(company), isChosen: isChosen(company), content: <CompanyOption company={company} /> })),
  ];
  return (
    <SearchCombobox
      label={label}
      {...(labelId === undefined ? {} : { labelId })}
      {...(inputId === undefined ? {} : { inputId })}
      {...(describedBy === undefined ? {} : { describedBy })}
      placeholder={texts.placeholder}
      query={typed ?? (isListOnly ? '' : (chosen?.name ?? ''))}
      onQuery={setTyped}
      options={options}
      hint={hintFor(found, options.length)}
      isListOnly={isListOnly}
      isInvalid={isInvalid}
      onPick={(key) => {
        const company = companies.get(key);
        setTyped(null);
        if (company) onPick(company);
      }}
    />
  );
}

function fits({ name, companyId, identifier, city, website }: CompanyView, query: string): boolean {
  const text = [name, companyId, identifier, city, website].join('\n').toLowerCase();
  return query.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function hintFor(found: ReturnType<typeof useCompanySearch>, shown: number): string {
  if (found.failure !== undefined) return texts.failed(found.failure);
  if (shown === 0) return found.isSearching ? texts.searching : texts.none;
  return found.companies.length < found.total ? texts.more(found.companies.length, found.total) : texts.all(found.total);
}
