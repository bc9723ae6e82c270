import type { z } from 'zod';
import type { confidence } from '../../../contracts/values.js';
import { formatScore } from '../app/wording.js';

type Confidence = z.infer<typeof confidence>;

const words = { certain: 'Certain', high: 'High', low: 'Low' } as const satisfies Record<Confidence['band'], string>;

/** Number, word and bar: "97% Certain". */
export function ConfidenceMark({ confidence: { score, band } }: { readonly confidence: Confidence }) {
  return (
    <span className={`confidence confidence-${band}`}>
      <span className="bar" aria-hidden>
        <span className="bar-fill" style={{ width: `${score * 100}%` }} />
      </span>
      <span>
        {formatScore(score)} {words[band]}
      </span>
    </span>
  );
}
