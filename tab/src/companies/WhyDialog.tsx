import type { MappingView } from '../../../contracts/mappings.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { formatInstant, formatScore, listOf } from '../app/wording.js';
import { evidenceText } from '../reasons/reasonText.js';
import { texts } from './texts.js';

/** What was known of a link when it was decided. */
export function WhyDialog({ mapping, onClose }: { readonly mapping: MappingView; readonly onClose: () => void }) {
  const { tenantName, tenantId, companyName, companyId, psaName, evidence, score, origin, decidedBy, decidedAt, partnerAccountNames } = mapping;
  return (
    <ModalDialog title={texts.whyTitle(tenantName)} onClose={onClose}>
      {evidence.length === 0 ? (
        <p>{texts.whyNone}</p>
      ) : (
        <ul>
          {evidence.map(evidenceText).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <dl className="facts">
        <dt>{texts.columns.company}</dt>
        <dd>
          <bdi>{companyName}</bdi> · <bdi>#{companyId}</bdi> · <bdi>{psaName}</bdi>
        </dd>
        {score !== null && (
          <>
            <dt>{texts.score}</dt>
            <dd>{formatScore(score)}</dd>
          </>
        )}
        <dt>{texts.columns.how}</dt>
        <dd>{texts.decided(texts.origins[origin], decidedBy.name, formatInstant(decidedAt))}</dd>
        <dt>{texts.tenantId}</dt>
        <dd className="guid">
          <bdi>{tenantId}</bdi>
        </dd>
        <dt>{texts.accounts}</dt>
        <dd>{listOf(partnerAccountNames)}</dd>
      </dl>
    </ModalDialog>
  );
}
