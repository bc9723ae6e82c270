import { Button } from '@fluentui/react-components';
import { formatInstant } from '../app/wording.js';
import type { GridRow } from './gridRow.js';
import { texts } from './texts.js';

type Rejected = GridRow['rejected'][number];
type Props = { readonly rejected: readonly Rejected[]; /** Undefined: the person may only look. */ readonly onAllow: ((pair: Rejected) => void) | undefined };

/** Companies that people said are not the tenant's, and the way back. */
export function RejectedList({ rejected, onAllow }: Props) {
  return (
    <>
      <h3>{texts.rejected}</h3>
      <ul className="row-list">
        {rejected.map((pair) => (
          <li key={`${pair.psaConnectionId}/${pair.companyId}`} className="rejected">
            <span>
              <strong>{pair.companyName}</strong>
              <span className="minor block">
                #{pair.companyId}
                {pair.decidedAt !== '' && `, ${texts.rejectedBy(pair.decidedBy.name, formatInstant(pair.decidedAt))}`}
              </span>
            </span>
            {onAllow && (
              <Button size="small" aria-label={texts.allowOf(pair.companyName)} onClick={() => onAllow(pair)}>
                {texts.allow}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
