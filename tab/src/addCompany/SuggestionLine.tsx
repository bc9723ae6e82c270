import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CandidateView } from '../../../contracts/autoMap.js';
import type { CompanyView } from '../../../contracts/companies.js';
import { formatScore } from '../app/wording.js';
import { companyFacts } from '../companyPicker/CompanyOption.js';
import { ConfidenceMark } from '../companyPicker/ConfidenceMark.js';
import type { SuggestionState } from '../companyPicker/useSuggestion.js';
import { evidenceText } from '../reasons/reasonText.js';
import { firstOpinion, secondOpinion, type AddForm } from './addModel.js';
import { texts } from './texts.js';

type Props = { readonly suggestion: SuggestionState; readonly form: AddForm; readonly onUse: (company: CompanyView) => void };

/** The best company for the chosen tenant, one press away; a calm word where the person chose another. Never in the way. */
export function SuggestionLine({ suggestion, form, onUse }: Props) {
  return (
    <div className="suggestion" role="status">
      {contentOf(suggestion, form, onUse)}
    </div>
  );
}

function contentOf(suggestion: SuggestionState, form: AddForm, onUse: Props['onUse']): ReactNode {
  switch (suggestion.kind) {
    case 'none':
      return null;
    case 'looking':
      return form.company ? null : <span className="minor">{texts.looking}</span>;
    case 'failed':
      return form.company ? null : <span className="minor">{texts.suggestionFailed(suggestion.sentence)}</span>;
    case 'found': {
      const best = firstOpinion(suggestion);
      const other = secondOpinion(form, suggestion);
      if (other) return <Offer candidate={other} lead={texts.wouldChoose(other.company.name, formatScore(other.confidence.score))} onUse={onUse} />;
      if (form.company) return null;
      return best ? <Offer candidate={best} lead={<>{texts.suggested} <strong>{best.company.name}</strong></>} hasConfidence onUse={onUse} /> : <span className="minor">{texts.noSuggestion}</span>;
    }
  }
}

type OfferProps = { readonly candidate: CandidateView; readonly lead: ReactNode; readonly hasConfidence?: boolean; readonly onUse: Props['onUse'] };

function Offer({ candidate: { company, confidence, evidence }, lead, hasConfidence = false, onUse }: OfferProps) {
  return (
    <>
      <div>
        {lead}
        <span className="minor block">{companyFacts(company)}</span>
        {hasConfidence && <ConfidenceMark confidence={confidence} />} <span className="minor">{evidence.map(evidenceText).join(' ')}</span>
      </div>
      <Button onClick={() => onUse(company)}>{texts.use(company.name)}</Button>
    </>
  );
}
