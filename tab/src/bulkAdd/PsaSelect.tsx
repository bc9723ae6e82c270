import { psaLabel } from '../app/psaLabel.js';
import { useLayout } from '../app/useLayout.js';
import { useTab } from '../app/useTab.js';
import { companyStops } from './companyCell.js';
import type { GridFilter } from './gridModel.js';
import { texts } from './texts.js';

type Choice = Pick<GridFilter, 'psaConnectionId' | 'psaColumns'>;
const sideBySide = '\n';

/** Which PSA to look at, or all of them in columns where there is room; nothing where there is one only. */
export function PsaSelect({ chosen, onChoose }: { readonly chosen: Choice; readonly onChoose: (choice: Choice) => void }) {
  const { psaConnections: psas } = useTab().connections;
  const layout = useLayout();
  if (psas.length < 2) return null;
  const hasColumns = layout === 'wide' && psas.length <= companyStops.length;
  return (
    <select
      className="select"
      aria-label={texts.psa}
      value={chosen.psaColumns && hasColumns ? sideBySide : (chosen.psaConnectionId ?? '')}
      onChange={({ target: { value } }) => onChoose({ psaConnectionId: value === sideBySide ? null : value || null, psaColumns: value === sideBySide })}
    >
      <option value="">{texts.allPsas}</option>
      {hasColumns && <option value={sideBySide}>{texts.psasSideBySide}</option>}
      {psas.map((psa) => (
        <option key={psa.psaConnectionId} value={psa.psaConnectionId}>
          {psaLabel(psa)}
        </option>
      ))}
    </select>
  );
}
