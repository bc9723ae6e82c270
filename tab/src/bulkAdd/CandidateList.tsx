import { Button } from '@fluentui/react-components';
import { Checkmark16Filled } from '@fluentui/react-icons';
import type { CompanyView } from '../../../contracts/companies.js';
import { companyFacts } from '../companyPicker/CompanyOption.js';
import { ConfidenceMark } from '../companyPicker/ConfidenceMark.js';
import { texts as pickerTexts } from '../companyPicker/texts.js';
import { evidenceText } from '../reasons/reasonText.js';
import { isSameCompany, type GridRow } from './gridRow.js';
import { candidateKeys } from './rowCommand.js';
import { texts } from './texts.js';

type Props = {
  readonly row: GridRow;
  /** Undefined: the person may only look. */
  readonly onUse: ((company: CompanyView) => void) | undefined;
  readonly onReject: ((company: CompanyView) => void) | undefined;
  /** Where the grid's keys work beside it. */
  readonly hasKeys: boolean;
};

/** The companies that may fit, best first, each with its evidence in whole sentences. */
export function CandidateList({ row, onUse, onReject, hasKeys }: Props) {
  const { candidates, links } = row;
  const isLinked = (company: CompanyView) => links.some((link) => isSameCompany(link, company));
  const isTaken = (company: CompanyView) => row.company !== undefined && row.isIncluded && isSameCompany(row.company, company);
  return (
    <ol className="row-list candidates">
      {candidates.map(({ company, confidence, evidence }, index) => (
        <li key={`${company.psaConnectionId}/${company.companyId}`} className={isTaken(company) ? 'is-taken' : ''}>
          {hasKeys && index < candidateKeys && links.length === 0 && <kbd>{index + 1}</kbd>} <strong>
            <bdi>{company.name}</bdi>
          </strong> <span className="minor block">{companyFacts(company)}</span>
          <ConfidenceMark confidence={confidence} />
          <ul>
            {evidence.map(evidenceText).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {!company.isActive && <li className="need">{texts.isInactive}</li>}
            {company.tenantCount > 0 && !isLinked(company) && <li className="need">{pickerTexts.linked(company.tenantCount)}</li>}
          </ul>
          {isTaken(company) || isLinked(company) ? (
            <p className="taken">
              <Checkmark16Filled aria-hidden /> {isLinked(company) ? texts.isLinked : row.isDecided ? texts.isChosen : texts.isProposed}
            </p>
          ) : (
            onUse &&
            onReject && (
              <div className="button-row">
                <Button size="small" onClick={() => onUse(company)}>
                  {texts.use(company.name)}
                </Button>
                <Button size="small" appearance="subtle" aria-label={texts.rejectOf(company.name)} onClick={() => onReject(company)}>
                  {texts.reject}
                </Button>
              </div>
            )
          )}
          {isTaken(company) && !isLinked(company) && onReject && (
            <Button size="small" appearance="subtle" aria-label={texts.rejectOf(company.name)} onClick={() => onReject(company)}>
              {texts.reject}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
