import { Button } from '@fluentui/react-components';
import type { CompanyView } from '../../../contracts/companies.js';
import type { DuplicateView } from '../../../contracts/psaWrites.js';
import { companyFacts } from '../companyPicker/CompanyOption.js';
import { evidenceText } from '../reasons/reasonText.js';
import { texts } from './texts.js';

type Props = {
  readonly psaName: string;
  readonly duplicates: readonly DuplicateView[];
  readonly isSeen: boolean;
  readonly problem: string | undefined;
  readonly onSeen: (isSeen: boolean) => void;
  readonly onUse: (company: CompanyView) => void;
};

/** Who may be this one already, with reasons; a person has to say that none is. */
export function DuplicateList({ psaName, duplicates, isSeen, problem, onSeen, onUse }: Props) {
  if (duplicates.length === 0) return <p>{texts.noDuplicates(psaName)}</p>;
  return (
    <section className="duplicates">
      <h3>{texts.duplicates(duplicates.length, psaName)}</h3>
      <ol className="row-list duplicate-list" tabIndex={duplicates.length > 2 ? 0 : undefined} aria-label={texts.duplicates(duplicates.length, psaName)}>
        {duplicates.map(({ company, evidence, isUnread }) => (
          <li key={company.companyId}>
            <div className="duplicate-head">
              <span>
                <strong>{company.name}</strong> <span className="minor block">{companyFacts(company)}</span>
              </span>
              <Button size="small" aria-label={texts.useOf(company.name)} onClick={() => onUse(company)}>
                {texts.use}
              </Button>
            </div>
            <ul>
              {[...evidence.map(evidenceText), ...(isUnread ? [texts.unread(psaName)] : [])].map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <label className="check">
        <input type="checkbox" checked={isSeen} aria-invalid={problem !== undefined} aria-describedby={problem === undefined ? undefined : 'duplicate-problem'} onChange={(event) => onSeen(event.target.checked)} />
        {texts.noneFits}
      </label>
      {problem !== undefined && (
        <p id="duplicate-problem" className="new-problem">
          {problem}
        </p>
      )}
    </section>
  );
}
