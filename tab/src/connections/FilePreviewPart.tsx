import type { FilePreview } from '../../../contracts/connections.js';
import { Notice } from '../app/Notice.js';
import { remarkText } from '../remarks/remarkText.js';
import { texts } from './texts.js';

const shownProblems = 5;
const shownRows = 3;

/** What a file would give: counts, faulty lines, the first companies, and how that differs from today's list. */
export function FilePreviewPart({ preview: { name, companyCount, faultyCount, problems, rows, changes } }: { readonly preview: FilePreview }) {
  return (
    <>
      <Notice kind={companyCount === 0 ? 'error' : problems.length > 0 ? 'warning' : 'success'}>
        <strong className="block">{texts.fileCounts(name, companyCount, faultyCount)}</strong>
        {problems.length > 0 && (
          <ul>
            {problems.slice(0, shownProblems).map((problem) => (
              <li key={problem.sentence}>{remarkText(problem)}</li>
            ))}
          </ul>
        )}
        {faultyCount > shownProblems && texts.fileMore(faultyCount - shownProblems)}
      </Notice>
      {changes && (
        <div>
          <h3>{texts.fileChanges}</h3>
          <ul className="file-changes">
            {texts.changeLines(changes, faultyCount > 0).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {rows.length > 0 && (
        <div>
          <h3>{texts.fileRows}</h3>
          <ul className="file-rows">
            {rows.slice(0, shownRows).map(({ id = '', name: company = '', ...rest }) => (
              <li key={id}>
                <strong>{company}</strong> <span className="minor">{[id, ...Object.values(rest)].filter((text) => text !== '').join(' · ')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
