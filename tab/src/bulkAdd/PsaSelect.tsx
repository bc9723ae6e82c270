import { psaLabel } from '../app/psaLabel.js';
import { useTab } from '../app/useTab.js';
import { texts } from './texts.js';

/** Which PSA to look at; nothing where there is one only. */
export function PsaSelect({ chosen, onChoose }: { readonly chosen: string | null; readonly onChoose: (psaConnectionId: string | null) => void }) {
  const { psaConnections: psas } = useTab().connections;
  if (psas.length < 2) return null;
  return (
    <select className="select" aria-label={texts.psa} value={chosen ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
      <option value="">{texts.allPsas}</option>
      {psas.map((psa) => (
        <option key={psa.psaConnectionId} value={psa.psaConnectionId}>
          {psaLabel(psa)}
        </option>
      ))}
    </select>
  );
}
