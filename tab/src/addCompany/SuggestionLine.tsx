import { Button } from '@fluentui/react-components';
import type { CompanyView } from '../../../contracts/companies.js';
import { companyFacts } from '../companyPicker/CompanyOption.js';
import { ConfidenceMark } from '../companyPicker/ConfidenceMark.js';
import { texts } from './texts.js';
import type { SuggestionState } from './useSuggestion.js';

/** The best company for the chosen tenant, one press away. */
export function SuggestionLine({ suggestion, onUse }: { readonly suggestion: SuggestionState; readonly onUse: (company: CompanyView) => void }) {
  const best = suggestion.kind === 'found' ? suggestion.candidates[0] : undefined;
  return (
    <div className="suggestion" role="status">
      {suggestion.kind === 'looking' && <span className="minor">{texts.looking}</span>}
      {suggestion.kind === 'found' && !best && <span className="minor">{texts.noSuggestion}</span>}
      {best && (
        <>
          <div>
            {texts.suggested} <strong>{best.company.name}</strong>
            <span className="minor block">{companyFacts(best.company)}</span>
            <ConfidenceMark confidence={best.confidence} /> <span className="minor">{best.reasons.join(' ')}</span>
          </div>
          <Button onClick={() => onUse(best.company)}>{texts.use(best.company.name)}</Button>
        </>
      )}
    </div>
  );
}
