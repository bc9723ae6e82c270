import type { CandidateView } from '../../../contracts/autoMap.js';
import type { CompanyView } from '../../../contracts/companies.js';
import { DotBreaks } from '../app/DotBreaks.js';
import { evidenceText } from '../reasons/reasonText.js';
import { hostOf } from './hostOf.js';
import { ConfidenceMark } from './ConfidenceMark.js';
import { texts } from './texts.js';

/** "#41414 · FABR · fabrikam.example · Leeds · Active · HaloPSA": what tells same-named companies apart. */
export function companyFacts({ city, companyId, identifier, website, status, isActive, psaName }: CompanyView): string {
  const state = isActive ? status : status || texts.inactive;
  return [`#${companyId}`, identifier === companyId ? '' : identifier, hostOf(website), city, state, psaName].filter((fact) => fact !== '').join(' · ');
}

/** The same in one short line, with the state only where it matters. */
export function companyFactsShort({ city, companyId, status, isActive, psaName }: CompanyView): string {
  return [`#${companyId}`, city, isActive ? '' : status || texts.inactive, psaName].filter((fact) => fact !== '').join(' · ');
}

/** One option of a company picker. */
export function CompanyOption({ company, candidate, isRecent = false }: { readonly company: CompanyView; readonly candidate?: CandidateView | undefined; /** Picked lately. */ readonly isRecent?: boolean }) {
  return (
    <>
      <span className="option-name">
        <bdi>{company.name}</bdi>
      </span>
      {isRecent && <span className="chip option-recent">{texts.recent}</span>}
      <span className="minor block">
        <DotBreaks text={companyFacts(company)} />
      </span>
      {candidate && (
        <span className="option-why block">
          <ConfidenceMark confidence={candidate.confidence} /> <span className="minor">{candidate.evidence.slice(0, 1).map(evidenceText)}</span>
        </span>
      )}
      {company.tenantCount > 0 && <span className="option-linked block">{texts.linked(company.tenantCount)}</span>}
    </>
  );
}
